// Takes a database from its version to the present one, all steps in one transaction or none.
import type { Database as Connection } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { widenChecks } from './widen-checks.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export function databaseVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** One step, to be called within a transaction. */
export function takeStep(
  connection: Connection,
  { sql, widenedChecks = [], fill }: Migration,
): void {
  if (widenedChecks.length > 0) widenChecks(connection, widenedChecks);
  connection.exec(sql);
  fill?.(connection);
}

export function migrate(
  connection: Connection,
  migrations: readonly Migration[] = allMigrations,
): void {
  const version = databaseVersion(connection);
  if (version >= migrations.length) return;
  connection.pragma('foreign_keys = OFF'); // a step may rebuild a table that others point to
  try {
    connection
      .transaction(() => {
        for (const step of migrations.slice(version)) takeStep(connection, step);
        const orphans = connection.pragma('foreign_key_check');
        if (Array.isArray(orphans) && orphans.length > 0) {
          throw new AppError('library-damaged', 'The library could not be brought up to date', {
            details: { orphans: orphans.length },
          });
        }
        connection.pragma(`user_version = ${migrations.length}`);
      })
      .immediate();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}
