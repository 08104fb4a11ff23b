// `kling5 backup`: one verified backup now, in the folder that was chosen in the app or here.
import { resolve } from 'node:path';
import { sizeLabel } from '../../engine/size-label.ts';
import { type Command, numberOption, textOption } from '../command.ts';
import { taskEnd } from '../task-end.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'Makes a verified backup now and keeps the newest ones',
  usage: '[--to <folder>] [--keep <n>] [--without-media] [--list]',
  options: {
    to: { type: 'string' },
    keep: { type: 'string' },
    'without-media': { type: 'boolean' },
    list: { type: 'boolean' },
  },
  help: [
    '--to chooses the folder for backups from now on, in the app as well. Only backups that the app',
    'made there are ever removed, and only after a newer one was verified.',
    '--list shows those that are there. "kling5 restore" brings one back.',
  ],
  run: async ({ options, output, openSession, signal }) => {
    const folder = textOption(options, 'to');
    const keep = numberOption(options, 'keep', { minimum: 1, maximum: 100, otherwise: 0 });
    const session = await openSession();
    if (folder !== undefined) {
      await session.call('backups.choose', { grantId: session.grant(resolve(folder), 'folder') });
    }
    if (keep > 0 || options['without-media'] === true) {
      await session.call('backups.change', {
        ...(keep > 0 ? { keep } : {}),
        ...(options['without-media'] === true ? { includeMedia: false } : {}),
      });
    }
    if (options['list'] !== true) {
      const { taskId } = await session.call('backups.now', {});
      await taskEnd(session, taskId, { output, signal }, 'Stopped. Nothing was written.');
    }
    const { folderLabel, backups } = await session.call('backups.state', {});
    await output.result(
      { folder: folderLabel, backups },
      backups.map(({ name, sizeBytes }) => `${name}  ${sizeLabel(sizeBytes)}`),
    );
    return 0;
  },
};
