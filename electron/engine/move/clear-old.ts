// Empties the folder that a library was moved from: each file of ours goes once its like is in the new folder, the marker last, so that
// it can be cut off and done again. What others put there stays.
import { setImmediate as breathe } from 'node:timers/promises';
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { deleteFile, deleteFolder, statOf, withSizes } from '../erasure/file-tree.ts';
import { libraryFiles, libraryFolders } from '../erasure/library-files.ts';
import { failpoint } from '../failpoint.ts';
import { acquireLibraryLock } from '../library/library-lock.ts';
import { libraryPaths } from '../library/library-paths.ts';
import { kindsOfListed } from '../library/listed-files.ts';
import { isOldFolderThere } from './finish-move.ts';
import { dropMoveOrder, type MoveOrder } from './move-order.ts';

const breatheEvery = 50;

/** Resolves with how many files could not be removed; the order stays then, for another try. */
export async function clearOld(
  order: MoveOrder,
  home: string,
  db: Pick<Database, 'iterate'>,
  signal: AbortSignal,
): Promise<number> {
  if (!isOldFolderThere(order)) return existsSync(order.from) ? done(order, home) : 1;
  const { lock, marker } = libraryPaths(order.from);
  const unlock = acquireLibraryLock(lock);
  let left = 0;
  try {
    const listed = kindsOfListed(db);
    const found = [...withSizes(order.from, libraryFiles(order.from, listed))];
    for (const [index, { path, kind, sizeBytes }] of found.entries()) {
      if (kind === null || path.startsWith('.kling5-lock')) continue;
      if (signal.aborted) return 1;
      if (index % breatheEvery === 0) await breathe();
      if (listed.has(path) && statOf(join(order.to, path))?.size !== sizeBytes) left += 1;
      else if (deleteFile(join(order.from, path))) failpoint('old file removed');
      else left += 1;
    }
  } finally {
    unlock();
  }
  if (left > 0) return left;
  for (const path of libraryFolders(order.from)) deleteFolder(join(order.from, path));
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(`${lock}${suffix}`, { force: true });
  rmSync(marker, { force: true });
  return done(order, home);
}

function done(order: MoveOrder, home: string): number {
  if (readdirSync(order.from).length === 0) rmdirSync(order.from);
  dropMoveOrder(home);
  return 0;
}
