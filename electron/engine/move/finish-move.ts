// The end of a move, at the start of an engine and before the library is opened: what came since the files were copied, the database,
// the marker; then the order says that the library is in the new folder. Cut off anywhere, the next start does it again.
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { toAppError } from '#shared/errors.ts';
import type { EngineDeps } from '../engine-context.ts';
import { libraryIdOf } from '../erasure/library-files.ts';
import { failpoint } from '../failpoint.ts';
import { writeDurably } from '../library/durable-file.ts';
import { acquireLibraryLock } from '../library/library-lock.ts';
import { arrivingName, libraryPaths } from '../library/library-paths.ts';
import { kindsOfListed } from '../library/listed-files.ts';
import { copyOver } from './copy-file.ts';
import { copyFiles, dropStale } from './copy-library.ts';
import { isAbout, type MoveOrder, readMoveOrder, writeMoveOrder } from './move-order.ts';
import { isArriving } from './move-target.ts';

type Deps = Pick<EngineDeps, 'paths' | 'host' | 'log'>;

/** Resolves with the folder that the library is in. A move that cannot be finished leaves it where it was. */
export async function finishMove(deps: Deps): Promise<string> {
  const { home, library } = deps.paths;
  const order = readMoveOrder(home);
  if (!order || !isAbout(order, library)) return library;
  if (order.state === 'switched') return tell(deps, order);
  if (order.state === 'copying') return library;
  try {
    await takeOver(order, home);
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    deps.log.error('move-failed', { code, message });
    writeMoveOrder(home, { ...order, state: 'copying' });
    return library;
  }
  deps.log.info('library-moved', {});
  return tell(deps, order);
}

/** The host keeps the place; when it cannot, the order does, and the next start tells it again. */
async function tell({ host, log }: Deps, { to }: MoveOrder): Promise<string> {
  try {
    await host.call('library.moved', { path: to });
  } catch (thrown) {
    log.warn('move-not-told', { code: toAppError(thrown).code });
  }
  return to;
}

async function takeOver(order: MoveOrder, home: string): Promise<void> {
  const from = libraryPaths(order.from);
  const to = libraryPaths(order.to);
  const isComplete = libraryIdOf(order.to) === order.libraryId; // only the order was not written
  if (!isComplete && !isArriving(order.to, order.libraryId)) {
    throw Object.assign(new Error('The new folder is not there'), { code: 'ENOENT' });
  }
  const unlock = acquireLibraryLock(from.lock);
  try {
    const listed = settleDatabase(from.database);
    const work = { from: order.from, to: order.to, listed, withIncoming: true };
    await copyFiles(work);
    dropStale(work);
    failpoint('library copied');
    for (const suffix of ['-wal', '-shm']) rmSync(`${to.database}${suffix}`, { force: true });
    await copyOver(from.database, to.database);
    failpoint('database copied');
    writeDurably(to.marker, `${JSON.stringify({ format: 1, libraryId: order.libraryId })}\n`);
    failpoint('library arrived');
    writeMoveOrder(home, { ...order, state: 'switched' });
    failpoint('after switched');
    rmSync(join(order.to, arrivingName), { force: true });
  } finally {
    unlock();
  }
}

/** Nothing is left in the log beside it; resolves with the files it knows. */
function settleDatabase(file: string) {
  const connection = new BetterSqlite3(file, { fileMustExist: true });
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return kindsOfListed({
      iterate: <R>(sql: string) => connection.prepare(sql).iterate() as IterableIterator<R>,
    });
  } finally {
    connection.close();
  }
}

/** Whether there is still something to be removed in the old folder. */
export function isSwitchedTo(order: MoveOrder, library: string): boolean {
  return order.state === 'switched' && resolve(order.to) === resolve(library);
}

export function isOldFolderThere({ from, libraryId }: MoveOrder): boolean {
  return existsSync(from) && libraryIdOf(from) === libraryId;
}
