// Lets a CHECK allow more, in place: SQLite has no statement for a CHECK without a name, and writing a million rows again only to
// say that one more word is allowed would keep people waiting. This is the edit of the schema that SQLite documents for changes that
// do not alter what is on the disk. It must not be used for anything that makes a rule stricter.
import type { Database as Connection } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { WidenedCheck } from './migrations/migration.ts';

/** To be called within a transaction: what does not fit throws, and nothing has happened. */
export function widenChecks(connection: Connection, checks: readonly WidenedCheck[]): void {
  const version = Number(connection.pragma('schema_version', { simple: true }));
  connection.unsafeMode(true);
  try {
    connection.pragma('writable_schema = ON');
    for (const check of checks) widen(connection, check);
    connection.pragma(`schema_version = ${version + 1}`); // every connection reads the tables anew
  } finally {
    connection.pragma('writable_schema = OFF');
    connection.unsafeMode(false);
  }
  for (const { table } of checks) connection.prepare(`select 1 from "${table}" limit 0`).all();
}

function widen(connection: Connection, { table, before, after }: WidenedCheck): void {
  const declaration = connection
    .prepare(`select sql from sqlite_schema where type = 'table' and name = ?`)
    .pluck()
    .get(table);
  if (typeof declaration !== 'string' || declaration.split(before).length !== 2) {
    throw new AppError('library-damaged', 'The library could not be brought up to date', {
      details: { table },
    });
  }
  connection.prepare(`update sqlite_schema set sql = ? where type = 'table' and name = ?`).run(
    declaration.replace(before, () => after),
    table,
  );
}
