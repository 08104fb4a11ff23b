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
  readonly sizeBytes: number;
}

/** Every file and link below, depth first. `enters` decides which folders are looked into. */
export function* walkFiles(
  root: string,
  enters: (path: string) => boolean = () => true,
  below = '',
): Generator<FoundFile> {
  for (const entry of listFolder(join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (enters(path)) yield* walkFiles(root, enters, path);
      continue;
    }
    const stats = statOf(join(root, path));
    if (stats) yield { path, isPlainFile: stats.isFile(), sizeBytes: stats.size };
  }
}

/** Whether it is gone now. What is write-protected is opened up first; what still resists stays and is reported. */
export function deleteFile(path: string): boolean {
  return attempt(path, () => unlinkSync(path));
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
