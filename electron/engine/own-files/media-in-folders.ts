// A folder among the files that the user gave stands for the videos and pictures in it and below it. Follows no links, opens no file.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface GivenFile {
  readonly path: string;
  /** A folder with nothing in it that could be taken. */
  readonly isEmptyFolder: boolean;
}

const media = /\.(?:mp4|m4v|mov|webm|jpe?g|png|webp)$/i;
/** More than anybody means; a link of folders has no end. */
const deepest = 16;
const mostFiles = 100_000;

export async function openFolders(
  given: readonly string[],
  signal: AbortSignal,
): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  for (const path of given) {
    const found = await stat(path).catch(() => null); // told when its turn comes
    if (found?.isDirectory() !== true) {
      files.push({ path, isEmptyFolder: false });
      continue;
    }
    const before = files.length;
    for await (const file of mediaBelow(path, signal)) {
      if (files.length < mostFiles) files.push({ path: file, isEmptyFolder: false });
    }
    if (files.length === before) files.push({ path, isEmptyFolder: true });
  }
  return files;
}

async function* mediaBelow(folder: string, signal: AbortSignal, depth = 1): AsyncGenerator<string> {
  signal.throwIfAborted();
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []); // not ours to read
  const inOrder = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  for (const entry of inOrder) {
    const path = join(folder, entry.name);
    if (entry.isFile() && media.test(entry.name)) yield path;
    else if (entry.isDirectory() && depth < deepest) yield* mediaBelow(path, signal, depth + 1);
  }
}
