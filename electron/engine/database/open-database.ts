// Opens library.db in the order that keeps it safe: look, refuse what is damaged or newer, back up, migrate, open for work.
import { existsSync, readdirSync } from 'node:fs';
import BetterSqlite3, { type Database as Connection } from 'better-sqlite3';
import { AppError, toAppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { kindOfLibraryFile } from '../library/library-names.ts';
import type { LibraryPaths } from '../library/library-paths.ts';
import type { Log } from '../logging/log.ts';
import { backUp, listBackups } from './backup.ts';
import { keepDamagedCopy } from './damaged-copy.ts';
import { createDatabase, type Database } from './database.ts';
import { inspectDatabase, newerLibrary } from './inspect-database.ts';
import { databaseVersion, migrate } from './migrate.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export interface OpenDatabase {
  readonly db: Database;
  /** False when the engine before this one died. */
  readonly wasClosedCleanly: boolean;
  /** False when the file is large and the exit was clean: the caller has it read through later. */
  readonly isRead: boolean;
  /** Marks the exit as clean and closes. Nothing may be asked afterwards. */
  close(): void;
}

export interface OpenDatabaseDeps {
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly log: Log;
  readonly migrations?: readonly Migration[];
  /** A larger file is not read through before it is opened. */
  readonly mostBytesRead?: number;
}

export function openDatabase(deps: OpenDatabaseDeps): OpenDatabase {
  const migrations = deps.migrations ?? allMigrations;
  const isRead = refuseUnsafe(deps, migrations.length);
  const connection = new BetterSqlite3(deps.paths.database, { timeout: 5000 });
  let wasClosedCleanly = true;
  try {
    configure(connection);
    upgrade(connection, deps, migrations);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    wasClosedCleanly = readClosedCleanly(connection);
    setClosedCleanly(connection, false);
  } catch (thrown) {
    connection.close();
    throw toAppError(thrown);
  }
  const db = createDatabase(connection, deps.log);
  return {
    db,
    wasClosedCleanly,
    isRead,
    close: () => {
      if (!connection.open) return;
      setClosedCleanly(connection, true);
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
}

/** Returns whether all of it was read. */
function refuseUnsafe(
  { paths, mostBytesRead }: OpenDatabaseDeps,
  supportedVersion: number,
): boolean {
  const inspection = inspectDatabase(paths.database, supportedVersion, mostBytesRead);
  switch (inspection.state) {
    case 'whole':
      return inspection.isRead;
    case 'newer':
      throw newerLibrary(inspection.version, supportedVersion);
    case 'damaged':
      throw damagedLibrary(paths, inspection.reason);
    case 'absent':
      // a folder with clips and no database lost it; starting over in silence would hide that
      if (hasClips(paths.videos) || listBackups(paths.backups, 'daily').length > 0) {
        throw damagedLibrary(paths, 'The database file is gone');
      }
      return true;
    default:
      return inspection satisfies never;
  }
}

function damagedLibrary(paths: LibraryPaths, reason: string): AppError {
  const copy = existsSync(paths.database) ? keepDamagedCopy(paths.database, paths.backups) : null;
  return new AppError('library-damaged', 'The library database is damaged. Your videos are not.', {
    details: { reason, copy, lastBackup: listBackups(paths.backups, 'daily')[0] ?? null },
  });
}

/** Whether any clip of the app's own making is there; files of others lie there after a wipe. */
function hasClips(videos: string): boolean {
  if (!existsSync(videos)) return false;
  const names = readdirSync(videos, { recursive: true, encoding: 'utf8' });
  return names.some(
    (name) => kindOfLibraryFile(`videos/${name.replaceAll('\\', '/')}`) === 'videos',
  );
}

function configure(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -32000'); // KiB
  connection.pragma('mmap_size = 268435456');
}

function upgrade(
  connection: Connection,
  { paths, clock, log }: OpenDatabaseDeps,
  migrations: readonly Migration[],
): void {
  const from = databaseVersion(connection);
  if (from === migrations.length) return;
  if (from > 0) {
    const backup = backUp(connection, paths.backups, 'upgrade', clock.now());
    log.info('backed-up', { backup, version: from });
  }
  migrate(connection, migrations);
  log.info('migrated', { from, to: migrations.length });
}

function readClosedCleanly(connection: Connection): boolean {
  return (
    connection.prepare("select value from setting where key = 'closed_cleanly'").pluck().get() !==
    'false'
  );
}

function setClosedCleanly(connection: Connection, isClean: boolean): void {
  connection
    .prepare(
      `insert into setting (key, value) values ('closed_cleanly', ?)
       on conflict (key) do update set value = excluded.value`,
    )
    .run(String(isClean));
}
