// Puts a finished file where it belongs: renamed, and the folders synced, so that it is there after a power cut.
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failpoint } from '../failpoint.ts';
import { hashFile } from '../transfers/file-sink.ts';
import { syncFolder } from './durable-file.ts';

/** The file is synced already. */
export async function placeFile(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await stat(from); // with the library's drive gone, no folder is made where it was
  await makeFolder(folder);
  failpoint('before rename');
  await rename(from, to);
  failpoint('after rename');
  await syncFolder(folder);
}

/** Makes a folder with its parents and makes their names durable. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/** Of the library's own folder, which has to be there: made anew it would stand in the way of the one that is away. */
export async function makeIncoming(incoming: string): Promise<void> {
  try {
    await mkdir(incoming);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw thrown;
  }
  await syncFolder(dirname(incoming));
}

/** Whether a file with exactly this content is there. */
export async function holdsContent(
  file: string,
  sizeBytes: number,
  sha256: string,
): Promise<boolean> {
  const found = await stat(file).catch(() => null); // absent or unreadable: not held
  if (!found?.isFile() || found.size !== sizeBytes) return false;
  const handle = await open(file, 'r');
  try {
    return (await hashFile(handle, sizeBytes)).digest('hex') === sha256;
  } finally {
    await handle.close();
  }
}
