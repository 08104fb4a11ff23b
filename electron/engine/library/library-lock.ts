// One engine per library: an exclusive lock on a small file, released by the system when the process ends, however it ends.
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

/** Waits a moment for an engine that is just ending. Returns a function that releases the lock. */
export function acquireLibraryLock(file: string, waitMs = 2000): () => void {
  const connection = new BetterSqlite3(file, { timeout: waitMs });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('begin exclusive');
  } catch (thrown) {
    connection.close();
    if ((thrown as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      throw new AppError('library-locked', 'This library is open in another window or program.');
    }
    throw thrown;
  }
  return () => connection.close();
}
