// Brings the files of a library to another folder while it is in use. What is there already is not copied again, so it goes on where
// it was cut off; what comes meanwhile is taken over at the end (finish-move.ts).
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deleteFile, withSizes } from '../erasure/file-tree.ts';
import { libraryFiles } from '../erasure/library-files.ts';
import { syncFolder } from '../library/durable-file.ts';
import type { ListedKinds } from '../library/listed-files.ts';
import { type CopyOptions, copyOver, isThere, moveOver } from './copy-file.ts';
import { contents, type ContentsOptions } from './library-contents.ts';

export interface CopyWork extends CopyOptions, ContentsOptions {
  readonly from: string;
  readonly to: string;
  readonly listed: ListedKinds;
}

export interface Copied {
  readonly files: number;
  readonly sizeBytes: number;
}

/** Everything but the database is in the new folder, and on its disk, when this resolves. */
export async function copyFiles(work: CopyWork): Promise<Copied> {
  const folders = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const { path, kind, sizeBytes } of sizedContents(work)) {
    work.signal?.throwIfAborted();
    const from = join(work.from, path);
    const to = join(work.to, path);
    const isGone = await copyUnlessThere(from, to, kind === 'incoming', work);
    if (isGone) continue;
    files += 1;
    bytes += sizeBytes;
    for (let folder = dirname(to); folder.length >= work.to.length; folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  for (const folder of folders) await syncFolder(folder);
  return { files, sizeBytes: bytes };
}

/** Resolves with true when the file went away meanwhile: it was erased, or a download was placed. */
async function copyUnlessThere(
  from: string,
  to: string,
  isChanging: boolean,
  options: CopyOptions,
): Promise<boolean> {
  try {
    if (await isThere(from, to)) return false;
    if (isChanging) await copyOver(from, to, options);
    else await moveOver(from, to, options);
    return false;
  } catch (thrown) {
    const { code, path } = thrown as { code?: unknown; path?: unknown };
    if (code !== 'ENOENT' || path !== from) throw thrown;
    await rm(to, { force: true });
    return true;
  }
}

/** Bytes that still have to be written there, at most. */
export async function missingBytes(work: CopyWork): Promise<number> {
  let sum = 0;
  for (const { path, sizeBytes } of sizedContents(work)) {
    const is = await isThere(join(work.from, path), join(work.to, path)).catch(() => true);
    if (!is) sum += sizeBytes;
  }
  return sum;
}

const sizedContents = (work: CopyWork) =>
  withSizes(work.from, contents(work.from, work.listed, work));

/** What was erased here after it had been copied must not live on there. */
export function dropStale({ from, to, listed }: Omit<CopyWork, 'withIncoming'>): void {
  const present = new Set<string>();
  for (const { path } of contents(from, listed, { withIncoming: true })) present.add(path);
  for (const { path, kind } of libraryFiles(to, listed)) {
    if (kind === null || kind === 'database' || present.has(path)) continue;
    deleteFile(join(to, path));
  }
}
