// The user's own files on their way into the library: from the dialog of the system, or dropped. Holds which task it is; what came of it
// is told by FilesHost.
import type { GrantId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { call, grantFile } from '../engine/studio.ts';
import { beginTask, failTask } from './file-tasks.ts';

export function chooseOwnFiles(): void {
  call('dialogs.chooseOwnFiles', {})
    .then(({ grants }) => take(grants.map(({ grantId }) => grantId)))
    .catch(failTask);
}

export function takeDropped(files: readonly File[]): void {
  grantAll(files).then(take).catch(failTask);
}

async function take(grantIds: GrantId[]): Promise<void> {
  if (grantIds.length === 0) return;
  const { taskId } = await call('ownFiles.take', { grantIds });
  beginTask(taskId);
}

async function grantAll(files: readonly File[]): Promise<GrantId[]> {
  const granted: GrantId[] = [];
  for (const file of files) {
    const grantId = await grantFile(file);
    if (grantId !== null) granted.push(grantId as GrantId);
  }
  if (granted.length === 0)
    throw new AppError('file-missing', 'These are no files on this device.');
  return granted;
}
