// Goes through a library folder and tells, file by file, what a wipe removes and what it leaves alone. Deletes nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataKind } from '#shared/contract/data.ts';
import { listFolder, statOf, walkFiles } from './file-tree.ts';
import {
  isLibraryFolder,
  isListable,
  kindOfLibraryFile,
  libraryMarker,
} from '../library/library-names.ts';
import type { ListedKinds } from '../library/listed-files.ts';

const markerSchema = z.object({ libraryId: z.string() });

/** Whose library this folder is, by its marker; `null` when it is none. */
export function libraryIdOf(library: string): string | null {
  const path = join(library, libraryMarker);
  if (!statOf(path)?.isFile()) return null;
  try {
    return markerSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).libraryId;
  } catch {
    return null; // a marker that cannot be read allows nothing
  }
}

export interface LibraryFinding {
  /** Within the library, with `/`. */
  readonly path: string;
  /** `null`: not the app's; it stays. */
  readonly kind: DataKind | null;
}

export function* libraryFiles(library: string, listed: ListedKinds): Generator<LibraryFinding> {
  const strange: string[] = [];
  const enters = (path: string): boolean => {
    const isKnown = isLibraryFolder(path) || /^(videos|assets|posters)\//.test(path);
    if (!isKnown) strange.push(path);
    return isKnown;
  };
  for (const { path, isPlainFile } of walkFiles(library, enters)) {
    if (path === libraryMarker) continue;
    const kind = kindOfLibraryFile(path) ?? (isListable(path) ? listed.get(path) : undefined);
    yield { path, kind: isPlainFile ? (kind ?? null) : null };
  }
  for (const path of strange) yield { path: `${path}/`, kind: null };
}

/** The app's own folders, deepest first; those of others are not among them. */
export function* libraryFolders(library: string, below = ''): Generator<string> {
  for (const entry of listFolder(join(library, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory() || !isLibraryFolder(path)) continue;
    yield* libraryFolders(library, path);
    yield path;
  }
}
