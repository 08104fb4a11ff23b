// Finds the videos of the library again after they were moved, renamed or edited behind its back: by size, then by hash, and only
// within the library. What is not found is marked as missing; no file is changed or moved.
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilesFound } from '#shared/contract/find-files.ts';
import type { Database } from '../database/database.ts';
import type { TaskProgress } from '../tasks/task-book.ts';
import { hashFile } from '../transfers/file-sink.ts';
import { isListable } from './library-names.ts';
import { libraryFile } from './library-file.ts';

export interface FindFilesDeps {
  readonly db: Database;
  readonly library: string;
}

export interface FindFilesOptions {
  readonly progress: TaskProgress;
  readonly signal: AbortSignal;
}

interface OutputFile {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly isMissing: number;
}

export async function findFiles(
  deps: FindFilesDeps,
  { progress, signal }: FindFilesOptions,
): Promise<FilesFound> {
  const rows = deps.db.all<OutputFile>(
    `select id, file_path as path, sha256, size_bytes as sizeBytes, is_missing as isMissing from output`,
  );
  progress.phase('look', rows.length);
  const lost: OutputFile[] = [];
  let changed = 0;
  for (const row of rows) {
    signal.throwIfAborted();
    const size = await sizeOf(libraryFile(deps.library, row.path));
    if (size === row.sizeBytes) mark(deps.db, row, { path: row.path, isMissing: 0 });
    else lost.push(row);
    if (size !== null && size !== row.sizeBytes) changed += 1;
    progress.add(1);
  }
  const found = lost.length === 0 ? new Map<string, string>() : await search(deps, lost, signal);
  let missing = 0;
  for (const row of lost) {
    const path = found.get(row.id);
    if (path !== undefined) mark(deps.db, row, { path, isMissing: 0 });
    else {
      // One that was edited is still there, and is played as it is now.
      const isGone = (await sizeOf(libraryFile(deps.library, row.path))) === null;
      if (isGone) missing += 1;
      mark(deps.db, row, { path: row.path, isMissing: isGone ? 1 : 0 });
    }
  }
  return { checked: rows.length, found: found.size, missing, changed };
}

/** Returns whether anything is different now. */
function mark(
  db: Database,
  row: OutputFile,
  now: { readonly path: string; readonly isMissing: 0 | 1 },
): void {
  if (row.path === now.path && row.isMissing === now.isMissing) return;
  db.run(
    'update output set file_path = ?, is_missing = ? where id = ?',
    now.path,
    now.isMissing,
    row.id,
  );
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null); // absent or unreadable: not there
  return found?.isFile() ? found.size : null;
}

/** New paths by the id of the result. A file that a row names already is not looked at. */
async function search(
  { db, library }: FindFilesDeps,
  lost: readonly OutputFile[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const wanted = Map.groupBy(lost, ({ sizeBytes }) => sizeBytes);
  const found = new Map<string, string>();
  for (const path of await strangers(db, library, new Set(lost.map((row) => row.path)))) {
    signal.throwIfAborted();
    const file = libraryFile(library, path);
    const size = await sizeOf(file);
    const candidates = size === null ? [] : (wanted.get(size) ?? []);
    const open = candidates.filter(({ id }) => !found.has(id));
    if (size === null || open.length === 0) continue;
    const sha256 = await hashOf(file, size);
    const match = open.find((row) => row.sha256 === sha256);
    if (match) found.set(match.id, path);
  }
  return found;
}

/** Files in the folder of videos that no row names, or that the lost ones name with other content. */
async function strangers(
  db: Database,
  library: string,
  lost: ReadonlySet<string>,
): Promise<string[]> {
  const named = new Set(
    db
      .all<{ readonly path: string }>('select file_path as path from output')
      .map(({ path }) => path)
      .filter((path) => !lost.has(path)),
  );
  const entries = await readdir(join(library, 'videos'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(library.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isListable(path) && !named.has(path));
}

async function hashOf(path: string, sizeBytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    return (await hashFile(file, sizeBytes)).digest('hex');
  } finally {
    await file.close();
  }
}
