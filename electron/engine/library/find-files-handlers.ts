// The call that looks for the videos of the library that are not where they were.
import { AppError } from '#shared/errors.ts';
import type { EngineContext, FindFilesHandlers } from '../engine-context.ts';
import { findFiles } from './find-files.ts';

export function createFindFilesHandlers(
  { db, paths, tasks }: Pick<EngineContext, 'db' | 'paths' | 'tasks'>,
  changed: () => void,
): FindFilesHandlers {
  return {
    'library.findFiles': () => {
      const isRunning = tasks
        .list()
        .some(({ kind, state }) => kind === 'find' && state === 'running');
      if (isRunning) throw new AppError('conflict', 'The files are being looked for already.');
      const taskId = tasks.start('find', async (progress, signal) => {
        const files = await findFiles({ db, library: paths.library }, { progress, signal });
        changed();
        return { fileName: '', sizeBytes: 0, entries: files.checked, files };
      });
      return { taskId };
    },
  };
}
