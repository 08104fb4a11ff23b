// `kling5 import`: an exported archive into this library, after every byte of it was checked.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ArchiveInspection } from '#shared/contract/data.ts';
import { AppError } from '#shared/errors.ts';
import { sizeLabel } from '../../engine/size-label.ts';
import type { Command } from '../command.ts';
import { taskEnd } from '../task-end.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Takes an exported archive into this library; what is here already stays as it is',
  usage: '<file.zip> [--dry-run] [--partly]',
  options: { 'dry-run': { type: 'boolean' }, partly: { type: 'boolean' } },
  positionals: ['file.zip'],
  help: [
    'The archive is verified first, and refused as a whole when anything is wrong with it.',
    '--partly takes what is whole of a damaged archive, and tells what is not.',
    '--dry-run tells what an import would do, from the data alone. "kling5 verify" checks the media too.',
    'An import that was stopped is completed by another one of the same file.',
  ],
  run: async ({ options, positionals, output, openSession, signal }) => {
    const file = resolve(positionals[0] ?? '');
    if (!existsSync(file)) throw new AppError('file-missing', `There is no file ${file}.`);
    const session = await openSession();
    if (options['dry-run'] === true) {
      const seen = await session.call('archive.inspect', { grantId: session.grant(file, 'read') });
      await output.result({ file, dryRun: true, ...seen }, previewLines(seen));
      return 0;
    }
    const { taskId } = await session.call('archive.import', {
      grantId: session.grant(file, 'read'),
      partly: options['partly'] === true,
    });
    const whenStopped = 'Stopped. What came in before is complete; import again to go on.';
    const { result } = await taskEnd(session, taskId, { output, signal }, whenStopped);
    const { counts = {}, notes = [] } = result?.imported ?? {};
    await output.result({ file, counts, notes }, [
      ...Object.entries(counts).map(
        ([name, { added, present, conflicts }]) =>
          `${name.padEnd(18)} ${added} added, ${present} here already, ${conflicts} kept beside others`,
      ),
      ...notes,
    ]);
    return 0;
  },
};

function previewLines(seen: ArchiveInspection): string[] {
  const { createdAt, appVersion, wouldDo, neededBytes, freeBytes } = seen;
  return [
    `Written on ${createdAt} by version ${appVersion}. Nothing was changed.`,
    ...Object.entries(wouldDo).map(
      ([name, { added, present, conflicts, leftOut }]) =>
        `${name.padEnd(18)} ${added} to add, ${present} here already, ${conflicts} to keep beside others, ${leftOut} to leave out`,
    ),
    `${sizeLabel(neededBytes)} needed, ${sizeLabel(freeBytes)} free`,
  ];
}
