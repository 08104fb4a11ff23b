// Opens the gateway's own database and brings it to the newest version. Must not hold queries.
import Database from 'better-sqlite3';
import { first } from './migrations/0001-first.ts';
import { providers } from './migrations/0002-providers.ts';
import { onwardRequests } from './migrations/0003-onward-requests.ts';
import { generationChanges } from './migrations/0004-generation-changes.ts';
import { sourceVideos } from './migrations/0005-source-videos.ts';
import { erasureReceipts } from './migrations/0006-erasure-receipts.ts';
import { dataExports } from './migrations/0007-data-exports.ts';
import { feedback } from './migrations/0008-feedback.ts';

export type GatewayDatabase = Database.Database;

/** In order; the number of a migration is its place, from 1. */
const migrations: readonly string[] = [
  first,
  providers,
  onwardRequests,
  generationChanges,
  sourceVideos,
  erasureReceipts,
  dataExports,
  feedback,
];

export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
}

export function openDatabase(file: string): GatewayDatabase {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  // Money is in here: what was answered survives a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Erased prompts must not stay in free pages.
  database.pragma('secure_delete = ON');
  try {
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function migrate(database: GatewayDatabase): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > migrations.length) {
    throw new DatabaseTooNew('The gateway folder was written by a newer version.');
  }
  database.transaction(() => {
    for (const sql of migrations.slice(version)) database.exec(sql);
    database.pragma(`user_version = ${migrations.length}`);
  })();
}

/** Moves everything into the main file and empties the write-ahead log, so that erased rows are gone from both. */
export function truncateLog(database: GatewayDatabase): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
}
