// Looks at a database file through a read-only connection: is it whole, is it ours to open. Changes nothing in it.
import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

export type Inspection =
  | { readonly state: 'absent' }
  /** `isRead`: all of it was looked at; otherwise it is to be looked at later. */
  | { readonly state: 'whole'; readonly version: number; readonly isRead: boolean }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'damaged'; readonly reason: string };

const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** After a clean exit a file of more than `mostBytes` is not read through. */
export function inspectDatabase(
  file: string,
  supportedVersion: number,
  mostBytes = Number.POSITIVE_INFINITY,
): Inspection {
  if (!existsSync(file)) return { state: 'absent' };
  const { size } = statSync(file);
  if (size === 0) return { state: 'damaged', reason: 'The file is empty' };
  let connection: BetterSqlite3.Database | null = null;
  try {
    connection = new BetterSqlite3(file, { readonly: true, timeout: 5000 });
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > supportedVersion) return { state: 'newer', version };
    if (version === 0) return { state: 'whole', version, isRead: true };
    const wasClosedCleanly = readClosedCleanly(connection);
    // Before a migration all of it is read in any case.
    const mayWait = wasClosedCleanly && version === supportedVersion;
    if (mayWait && size > mostBytes) return { state: 'whole', version, isRead: false };
    const reason = findDamage(connection, wasClosedCleanly ? 'quick_check' : 'integrity_check');
    return reason === null
      ? { state: 'whole', version, isRead: true }
      : { state: 'damaged', reason };
  } catch (thrown) {
    const { code = '', message } = thrown as Error & { code?: string };
    if (damageCodes.some((damage) => code.startsWith(damage))) {
      return { state: 'damaged', reason: message };
    }
    throw thrown;
  } finally {
    connection?.close();
  }
}

function readClosedCleanly(connection: BetterSqlite3.Database): boolean {
  const value: unknown = connection
    .prepare("select value from setting where key = 'closed_cleanly'")
    .pluck()
    .get();
  return value === 'true';
}

/** `null` when all is well. */
function findDamage(
  connection: BetterSqlite3.Database,
  check: 'quick_check' | 'integrity_check',
): string | null {
  const answer = String(connection.pragma(`${check}(1)`, { simple: true }));
  return answer === 'ok' ? null : answer.slice(0, 300);
}

/** Reads all of a file that is in use; `null` when all is well. */
export function findDamageNow(file: string): string | null {
  const connection = new BetterSqlite3(file, { readonly: true, timeout: 5000 });
  try {
    return findDamage(connection, 'quick_check');
  } catch (thrown) {
    const { code = '', message } = thrown as Error & { code?: string };
    if (damageCodes.some((damage) => code.startsWith(damage))) return message;
    throw thrown;
  } finally {
    connection.close();
  }
}

export function newerLibrary(version: number, supportedVersion: number): AppError {
  return new AppError(
    'library-newer',
    'This library was written by a newer version. Nothing was changed.',
    { details: { version, supportedVersion } },
  );
}
