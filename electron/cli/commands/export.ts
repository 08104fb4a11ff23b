// `kling5 export`: everything into one ZIP, verified before it gets its name.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { sizeLabel } from '../../engine/archive/size-label.ts';
import { type Command, requiredOption } from '../command.ts';
import { taskEnd } from '../task-end.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes everything into one ZIP that needs no app to be read',
  usage: '--out <file.zip> [--without-media]',
  options: { out: { type: 'string' }, 'without-media': { type: 'boolean' } },
  run: async ({ options, output, openSession, signal }) => {
    const file = resolve(requiredOption(options, 'out'));
    if (!existsSync(dirname(file))) {
      throw new AppError('file-missing', `There is no folder ${dirname(file)}.`);
    }
    const session = await openSession();
    const { taskId } = await session.call('archive.export', {
      grantId: session.grant(file),
      includeMedia: options['without-media'] !== true,
    });
    const whenStopped = 'Stopped. Nothing was written.';
    const { result } = await taskEnd(session, taskId, { output, signal }, whenStopped);
    await output.result(
      { file, sizeBytes: result?.sizeBytes, entries: result?.entries, verified: true },
      [`${file}  ${sizeLabel(result?.sizeBytes ?? 0)}, ${result?.entries} files, verified`],
    );
    return 0;
  },
};
