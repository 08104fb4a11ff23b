// `kling5 restore`: saves what is here, then brings back what a backup has.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type Command, textOption } from '../command.ts';
import { taskEnd } from '../task-end.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Saves what is here, then brings back what a backup has',
  usage: '[--from <folder>] [--name <file.zip>]',
  options: { from: { type: 'string' }, name: { type: 'string' } },
  help: [
    'The newest backup without --name. "kling5 backup --list" shows them.',
    'Clips that were erased since come back; titles, marks and tags are as they were; what was made',
    'since stays. What was here before is in the same folder, under "before restore".',
  ],
  run: async ({ options, output, openSession, signal }) => {
    const folder = textOption(options, 'from');
    const session = await openSession();
    if (folder !== undefined) {
      await session.call('backups.choose', { grantId: session.grant(resolve(folder), 'folder') });
    }
    const { backups } = await session.call('backups.state', {});
    const newest = backups.find(({ kind }) => kind === 'planned')?.name;
    const name = textOption(options, 'name') ?? newest;
    if (name === undefined) throw new AppError('not-found', 'There is no backup in this folder.');
    const { taskId } = await session.call('backups.restore', { name });
    const whenStopped = 'Stopped. What came back before is complete; restore again to go on.';
    const { result } = await taskEnd(session, taskId, { output, signal }, whenStopped);
    const { counts = {}, notes = [] } = result?.imported ?? {};
    await output.result({ name, counts, notes }, [`Restored from ${name}.`, ...notes]);
    return 0;
  },
};
