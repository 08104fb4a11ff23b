// The one connection to library.db: cached statements, transactions, and a note in the log of what is slow.
// Knows no table; the questions are in *-reads.ts and the changes in *-writes.ts.
import type { Database as Connection, Statement } from 'better-sqlite3';
import type { Log } from '../logging/log.ts';

export type SqlValue = string | number | bigint | Buffer | null;
export type Row = Readonly<Record<string, SqlValue>>;

export interface Database {
  /** The first row, or `undefined`. The caller names the shape of the row it selected. */
  get<R>(sql: string, ...values: readonly SqlValue[]): R | undefined;
  all<R>(sql: string, ...values: readonly SqlValue[]): R[];
  /** Rows one at a time; nothing else may run on this connection meanwhile. */
  iterate<R>(sql: string, ...values: readonly SqlValue[]): IterableIterator<R>;
  run(
    sql: string,
    ...values: readonly SqlValue[]
  ): { readonly changes: number; readonly id: number };
  /** All or nothing; nested calls join the outer one. */
  transaction<T>(change: () => T): T;
  /** For rows that may be lost in a power cut but not in a crash: no fsync. */
  relaxed<T>(change: () => T): T;
  /** Moves the log into the database and empties it, so that deleted content leaves the disk. */
  checkpoint(): void;
  /** The connection itself, for backup, integrity checks and snapshots. */
  readonly connection: Connection;
}

const slowMs = 40;

export function createDatabase(connection: Connection, log: Log): Database {
  const statements = new Map<string, Statement>();

  function statement(sql: string): Statement {
    const known = statements.get(sql);
    if (known) return known;
    const made = connection.prepare(sql);
    statements.set(sql, made);
    return made;
  }

  function timed<T>(sql: string, work: () => T): T {
    const startedAt = performance.now();
    const result = work();
    const tookMs = performance.now() - startedAt;
    if (tookMs > slowMs) {
      log.warn('slow-query', { sql: sql.slice(0, 300), tookMs: Math.round(tookMs) });
    }
    return result;
  }

  return {
    connection,
    get: <R>(sql: string, ...values: readonly SqlValue[]) =>
      timed(sql, () => statement(sql).get(...values) as R | undefined),
    all: <R>(sql: string, ...values: readonly SqlValue[]) =>
      timed(sql, () => statement(sql).all(...values) as R[]),
    iterate: <R>(sql: string, ...values: readonly SqlValue[]) =>
      statement(sql).iterate(...values) as IterableIterator<R>,
    run: (sql, ...values) =>
      timed(sql, () => {
        const { changes, lastInsertRowid } = statement(sql).run(...values);
        return { changes, id: Number(lastInsertRowid) };
      }),
    transaction: (change) =>
      connection.inTransaction ? change() : connection.transaction(change).immediate(),
    relaxed: (change) => {
      if (connection.inTransaction) return change();
      connection.pragma('synchronous = NORMAL');
      try {
        return change();
      } finally {
        connection.pragma('synchronous = FULL');
      }
    },
    checkpoint: () => {
      connection.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}
