// The calls that bring the user's own files in. Paths come by grant and stay in the engine.
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { EngineContext, OwnFilesHandlers } from '../engine-context.ts';
import { keepPoster } from './keep-poster.ts';
import { locate } from './put-back.ts';
import { takeFiles } from './take-files.ts';

export function createOwnFilesHandlers(context: EngineContext): OwnFilesHandlers {
  const { host, tasks, emit } = context;
  const pathOf = async (grantId: string) =>
    (await host.call('grants.redeem', { grantId, use: 'read' })).path;
  /** One after the other: they share the note of what is being placed. */
  let drawing: Promise<unknown> = Promise.resolve();
  return {
    'ownFiles.take': async ({ grantIds }) => {
      const files: string[] = [];
      for (const grantId of grantIds) files.push(await pathOf(grantId));
      const isRunning = tasks
        .list()
        .some((task) => task.kind === 'take' && task.state === 'running');
      if (isRunning) throw new AppError('conflict', 'Files are being taken in already.');
      const changed = () => emit('library.changed', { reason: 'added' });
      const taskId = tasks.start('take', async (progress, signal) => {
        const taken = await takeFiles({ ...context, changed }, files, { progress, signal });
        return { fileName: '', sizeBytes: 0, entries: files.length, taken };
      });
      return { taskId };
    },
    'clips.locate': async ({ id, grantId }) => {
      const path = await pathOf(grantId);
      const taskId = tasks.start('locate', async (progress, signal) => {
        const sizeBytes = await locate(context, { id, path }, { progress, signal });
        emit('library.changed', { reason: 'updated' });
        return { fileName: basename(path), sizeBytes, entries: 1 };
      });
      return { taskId };
    },
    'clips.keepPoster': async (picture) => {
      const keeping = drawing.then(() => keepPoster(context, picture));
      drawing = keeping.catch(() => undefined); // told to who asked
      const isKept = await keeping;
      if (isKept) emit('library.changed', { reason: 'updated' });
      return { isKept };
    },
  };
}
