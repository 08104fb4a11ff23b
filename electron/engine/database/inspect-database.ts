// Looks at a database file through a read-only connection: is it whole, is it ours to open. Changes nothing in it.
import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

export type Inspection =
  | { readonly state: 'absent' }
  | { readonly state: 'whole'; readonly version: number }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'damaged'; readonly reason: string };

const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

export function inspectDatabase(file: string, supportedVersion: number): Inspection {
  if (!existsSync(file)) return { state: 'absent' };
  if (statSync(file).size === 0) return { state: 'damaged', reason: 'The file is empty' };
  let connection: BetterSqlite3.Database | null = null;
  try {
    connection = new BetterSqlite3(file, { readonly: true, timeout: 5000 });
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > supportedVersion) return { state: 'newer', version };
    const reason = version === 0 ? null : findDamage(connection);
    return reason === null ? { state: 'whole', version } : { state: 'damaged', reason };
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

/** A quick check after a clean exit, a full one otherwise; `null` when all is well. */
function findDamage(connection: BetterSqlite3.Database): string | null {
  const closedCleanly = connection
    .prepare("select value from setting where key = 'closed_cleanly'")
    .pluck()
    .get();
  const check = closedCleanly === 'true' ? 'quick_check(1)' : 'integrity_check(1)';
  const answer = String(connection.pragma(check, { simple: true }));
  return answer === 'ok' ? null : answer.slice(0, 300);
}

export function newerLibrary(version: number, supportedVersion: number): AppError {
  return new AppError(
    'library-newer',
    'This library was written by a newer version. Nothing was changed.',
    { details: { version, supportedVersion } },
  );
}
