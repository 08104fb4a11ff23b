// Looks at a library folder as anybody could: plain files with readable names.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface ClipFile {
  readonly path: string;
  readonly name: string;
}

/** Every regular file below a folder, relative, sorted. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export function findClips(library: string): ClipFile[] {
  return listFiles(join(library, 'videos'))
    .filter((name) => name.endsWith('.mp4'))
    .map((name) => ({ path: join(library, 'videos', name), name }));
}

export function findClip(library: string): ClipFile {
  const [clip] = findClips(library);
  if (!clip) throw new Error(`There is no clip in ${library}`);
  return clip;
}

export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
