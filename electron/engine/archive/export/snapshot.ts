// The database as it is at one moment, read on a connection of its own while work goes on. Never writes.
import BetterSqlite3 from 'better-sqlite3';
import type { ExportSelection } from '#shared/contract/data.ts';
import { narrow } from './export-selection.ts';

export interface Snapshot {
  get<R>(sql: string): R | undefined;
  rows<R>(sql: string): IterableIterator<R>;
  /** Steps that the database has taken. */
  readonly schemaVersion: number;
  close(): void;
}

/** Of everything, or of some clips. */
export function openSnapshot(databasePath: string, only?: ExportSelection): Snapshot {
  const connection = new BetterSqlite3(databasePath, { readonly: true, fileMustExist: true });
  connection.pragma('cache_size = -4000'); // KiB; each page is wanted about once, and the system keeps them too
  connection.exec('begin');
  const schemaVersion = Number(connection.pragma('user_version', { simple: true })); // the first read fixes the moment
  connection.prepare('select count(*) from sqlite_schema').get();
  if (only) {
    try {
      narrow(connection, only);
    } catch (thrown) {
      connection.close();
      throw thrown;
    }
  }
  const reading = new Set<Iterator<unknown>>();
  return {
    schemaVersion,
    get: <R>(sql: string) => connection.prepare(sql).get() as R | undefined,
    rows: <R>(sql: string) => {
      const rows = connection.prepare(sql).iterate() as IterableIterator<R>;
      reading.add(rows);
      return rows;
    },
    close: () => {
      if (!connection.open) return;
      for (const rows of reading) rows.return?.(); // what was not read to its end keeps the connection busy
      if (connection.inTransaction) connection.exec('rollback');
      connection.close();
    },
  };
}
