// Copies of clips on their way out: saved under another name or in a folder, in the clipboard, dragged into another program.
import type { DragEvent } from 'react';
import { commandIdsOn } from '#shared/commands.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { isWindows } from '../app/platform.ts';
import { call } from '../engine/studio.ts';
import { beginTask, failTask } from './file-tasks.ts';

/** What the system takes with one drag or one press. */
const mostAtOnce = 500;

export function saveElsewhere(ids: readonly GenerationId[]): void {
  const [only] = ids;
  if (only === undefined) return;
  call('dialogs.choosePlaceForCopies', { id: ids.length === 1 ? only : null })
    .then(async ({ grantId }) => {
      if (grantId === null) return;
      const { taskId } = await call('clips.saveElsewhere', { ids: [...ids], grantId });
      beginTask(taskId);
    })
    .catch(failTask);
}

/** Resolves with how many files it was. */
export async function copyFiles(ids: readonly GenerationId[]): Promise<number> {
  const { count } = await call('clipboard.writeFiles', { ids: ids.slice(0, mostAtOnce) });
  return count;
}

/** In place of the drag that the page would make. */
export function dragFiles(event: DragEvent, ids: readonly GenerationId[]): void {
  event.preventDefault();
  event.stopPropagation();
  if (ids.length === 0) return;
  call('shell.dragFiles', { ids: ids.slice(0, mostAtOnce) }).catch(failTask);
}

/** Windows takes no files into its clipboard from here. */
export function canCopyFiles(navigator: Pick<Navigator, 'userAgent'>): boolean {
  return commandIdsOn({ isWindows: isWindows(navigator) }).includes('clips.copyFiles');
}

/** For a clip whose file is missing. */
export function locateFile(id: GenerationId): void {
  call('dialogs.chooseVideo', {})
    .then(async ({ grantId }) => {
      if (grantId === null) return;
      const { taskId } = await call('clips.locate', { id, grantId });
      beginTask(taskId);
    })
    .catch(failTask);
}
