// A folder among the files that the user gave stands for the videos and pictures in it and below it. Follows no links, opens no file.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AppError } from '#shared/errors.ts';

export interface GivenFile {
  readonly path: string;
  /** A folder with nothing in it that could be taken. */
  readonly isEmptyFolder: boolean;
}

const media = /\.(?:mp4|m4v|mov|webm|jpe?g|png|webp)$/i;
/** More than anybody means; a link of folders has no end. */
const deepest = 16;
const mostFiles = 100_000;

export interface OpenFoldersOptions {
  /** Its files are here already, and its stills are not clips of the user. */
  readonly library: string;
  readonly signal: AbortSignal;
}

/** Fails with `invalid-input` for more files than can be meant. */
export async function openFolders(
  given: readonly string[],
  { library, signal }: OpenFoldersOptions,
): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  const ours = await realpath(library);
  for (const path of given) {
    const found = await stat(path).catch(() => null); // told when its turn comes
    if (found?.isDirectory() !== true) {
      files.push({ path, isEmptyFolder: false });
      continue;
    }
    const before = files.length;
    for await (const file of mediaBelow(await realpath(path), { ours, signal })) {
      if (files.length === mostFiles) throw tooMany();
      files.push({ path: file, isEmptyFolder: false });
    }
    if (files.length === before) files.push({ path, isEmptyFolder: true });
  }
  return files;
}

const tooMany = () =>
  new AppError(
    'invalid-input',
    'There are more than 100,000 videos and images in this. Nothing was taken. Give it in parts.',
  );

interface Walk {
  readonly ours: string;
  readonly signal: AbortSignal;
}

async function* mediaBelow(folder: string, walk: Walk, depth = 1): AsyncGenerator<string> {
  walk.signal.throwIfAborted();
  if (`${folder}${sep}`.startsWith(`${walk.ours}${sep}`)) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []); // not ours to read
  const inOrder = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  for (const entry of inOrder) {
    const path = join(folder, entry.name);
    if (entry.isFile() && media.test(entry.name)) yield path;
    else if (entry.isDirectory() && depth < deepest) yield* mediaBelow(path, walk, depth + 1);
  }
}
