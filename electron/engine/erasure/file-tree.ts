// Listing and deleting on a real disk, one entry at a time. Never follows a link; a link is an entry like any other.
import {
  chmodSync,
  type Dirent,
  lstatSync,
  readdirSync,
  rmdirSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export function statOf(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

/** A folder that cannot be listed has nothing to show; what stays in it is reported by its own name. */
export function listFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

export interface FoundFile {
  /** From the folder that was walked, with `/`. */
  readonly path: string;
  readonly isPlainFile: boolean;
}

/** Every file and link below, depth first. `enters` decides which folders are looked into. */
export function* walkFiles(
  root: string,
  enters: (path: string) => boolean = () => true,
  below = '',
): Generator<FoundFile> {
  for (const entry of listFolder(join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory()) yield { path, isPlainFile: entry.isFile() };
    else if (enters(path)) yield* walkFiles(root, enters, path);
  }
}

/** What was found with its size, without what is gone by now. */
export function* withSizes<F extends { readonly path: string }>(
  root: string,
  files: Iterable<F>,
): Generator<F & { readonly sizeBytes: number }> {
  for (const file of files) {
    const found = statOf(join(root, file.path));
    if (found) yield { ...file, sizeBytes: found.isDirectory() ? 0 : found.size };
  }
}

/** Asks what is at a path. A folder that is gone is asked for once, and not for each file that was in it; nothing may come back meanwhile. */
export function createPresence(): (path: string) => Stats | null {
  const gone = new Set<string>();
  return (path) => {
    const folder = dirname(path);
    if (gone.has(folder)) return null;
    const found = statOf(path);
    if (!found && statOf(folder) === null) gone.add(folder);
    return found;
  };
}

/** Whether it is gone now. What is write-protected is opened up first; what still resists stays and is reported. */
export function deleteFile(path: string): boolean {
  return attempt(path, () => unlinkSync(path));
}

/** The same without waiting here: several at once take a fraction of the time, since each waits for the disk's journal. */
export async function deleteFileAside(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch {
    return deleteFile(path); // it may be gone, or has to be opened up
  }
}

/** Only when it is empty. */
export function deleteFolder(path: string): boolean {
  return attempt(path, () => rmdirSync(path));
}

function attempt(path: string, remove: () => void): boolean {
  try {
    remove();
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code !== 'EACCES' && code !== 'EPERM') return false;
  }
  try {
    chmodSync(dirname(path), 0o700);
    if (statOf(path)?.isFile()) chmodSync(path, 0o600);
    remove();
    return true;
  } catch {
    return statOf(path) === null; // told by the inventory at the end
  }
}
