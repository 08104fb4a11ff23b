// Which files of a library are moved: those of the app's own form and those that the database lists. What others put there stays.
import { basename } from 'node:path';
import { type LibraryFinding, libraryFiles } from '../erasure/library-files.ts';
import type { ListedKinds } from '../library/listed-files.ts';

const byFileManagers = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

export interface ContentsOptions {
  /** Downloads that are not whole yet; they change while jobs run. */
  readonly withIncoming: boolean;
}

/** All but the database itself. */
export function* contents(
  library: string,
  listed: ListedKinds,
  { withIncoming }: ContentsOptions,
): Generator<LibraryFinding> {
  for (const file of libraryFiles(library, listed)) {
    if (file.kind === null || file.kind === 'database') continue;
    if (file.kind === 'incoming' && !withIncoming) continue;
    if (byFileManagers.has(basename(file.path)) || isHalf(file)) continue;
    yield file;
  }
}

/** Being written right now, or left by a crash. */
function isHalf({ path, kind }: LibraryFinding): boolean {
  return kind !== 'incoming' && path.endsWith('.part');
}
