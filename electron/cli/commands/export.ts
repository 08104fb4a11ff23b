// `kling5 export`: everything, or some clips, into one ZIP, verified before it gets its name.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type ExportSelection, exportSelectionSchema } from '#shared/contract/data.ts';
import { AppError } from '#shared/errors.ts';
import { sizeLabel } from '../../engine/size-label.ts';
import {
  type Command,
  listOption,
  type OptionValues,
  requiredOption,
  UsageError,
} from '../command.ts';
import { dayOption } from '../day-option.ts';
import { sizeOption } from '../size-option.ts';
import { taskEnd } from '../task-end.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes everything into one ZIP that needs no app to be read',
  usage:
    '--out <file.zip> [--since <day>] [--until <day>] [--ids <id,id,…>] [--without-media] [--sidecars] [--split <size>]',
  options: {
    out: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    ids: { type: 'string', multiple: true },
    'without-media': { type: 'boolean' },
    sidecars: { type: 'boolean' },
    split: { type: 'string' },
  },
  help: [
    '--since and --until take the clips made on these days and between them, such as 2026-06-30.',
    '--ids takes the clips of these ids, as "kling5 list" shows them. With both, all must be true.',
    '--sidecars puts what is known of each clip beside its video, and a table of all clips.',
    '--split 4GB writes several archives, none larger. Each can be verified and imported by itself.',
    'Some clips come with what belongs to them: prompts, images, tags, events. The network ledger,',
    'consents and settings are in an archive of everything only.',
  ],
  run: async ({ options, output, openSession, signal }) => {
    const file = resolve(requiredOption(options, 'out'));
    if (!existsSync(dirname(file))) {
      throw new AppError('file-missing', `There is no folder ${dirname(file)}.`);
    }
    const only = selectionFrom(options);
    const session = await openSession();
    const { taskId } = await session.call('archive.export', {
      grantId: session.grant(file, 'write'),
      includeMedia: options['without-media'] !== true,
      sidecars: options['sidecars'] === true,
      partBytes: sizeOption(options, 'split'),
      ...(only ? { only } : {}),
    });
    const whenStopped = 'Stopped. Nothing was written.';
    const { result } = await taskEnd(session, taskId, { output, signal }, whenStopped);
    const { parts = 1, fileName = '' } = result ?? {};
    const written = join(dirname(file), fileName);
    await output.result(
      {
        file: written,
        parts,
        sizeBytes: result?.sizeBytes,
        entries: result?.entries,
        verified: true,
      },
      [
        `${written}${parts > 1 ? ` and ${parts - 1} more` : ''}  ${sizeLabel(result?.sizeBytes ?? 0)}, ${result?.entries} files, verified`,
      ],
    );
    return 0;
  },
};

/** `null` for everything. */
function selectionFrom(options: OptionValues): ExportSelection | null {
  const ids = listOption(options, 'ids').flatMap((list) => list.split(',').map((id) => id.trim()));
  const since = dayOption(options, 'since', 'start');
  const until = dayOption(options, 'until', 'end');
  if (ids.length === 0 && since === undefined && until === undefined) return null;
  if (since !== undefined && until !== undefined && since >= until) {
    throw new UsageError('--since is after --until.');
  }
  const selection = exportSelectionSchema.safeParse({
    ...(ids.length > 0 ? { ids } : {}),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  });
  if (selection.success) return selection.data;
  throw new UsageError('--ids holds something that is no id. "kling5 list" shows them.');
}
