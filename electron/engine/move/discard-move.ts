// Takes a move back: removes what was copied, and nothing that is not of our own form in a folder that carries our mark.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineContext } from '../engine-context.ts';
import { deleteFile, deleteFolder } from '../erasure/file-tree.ts';
import { libraryFiles, libraryFolders } from '../erasure/library-files.ts';
import { arrivingName } from '../library/library-paths.ts';
import { kindsOfListed } from '../library/listed-files.ts';
import { clearOld } from './clear-old.ts';
import { isSwitchedTo } from './finish-move.ts';
import { dropMoveOrder, isAbout, type MoveOrder, readMoveOrder } from './move-order.ts';
import { isArriving } from './move-target.ts';

type Context = Pick<EngineContext, 'db' | 'paths' | 'tasks'>;

export function discardMove(
  { db, paths }: Pick<Context, 'db' | 'paths'>,
  { to, libraryId }: Pick<MoveOrder, 'to' | 'libraryId'>,
): void {
  if (isArriving(to, libraryId)) {
    for (const { path, kind } of libraryFiles(to, kindsOfListed(db))) {
      if (kind !== null && path !== arrivingName) deleteFile(join(to, path));
    }
    for (const path of libraryFolders(to)) deleteFolder(join(to, path));
    rmSync(join(to, arrivingName), { force: true });
  }
  dropMoveOrder(paths.home);
}

/** Before everything is erased: no copy of the library is left in another folder, as far as that can be reached. */
export async function settleMove({ db, paths, tasks }: Context): Promise<void> {
  for (const { id, kind, state } of tasks.list()) {
    if (kind !== 'move' || state !== 'running') continue;
    tasks.cancel(id);
    await tasks.ended(id);
  }
  const order = readMoveOrder(paths.home);
  if (!order) return;
  if (isSwitchedTo(order, paths.library)) {
    await clearOld(order, paths.home, db, new AbortController().signal);
  } else if (isAbout(order, paths.library)) {
    discardMove({ db, paths }, order);
  }
}
