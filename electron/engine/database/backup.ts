// Verified copies of the database in backups/: before a migration, and once a day. Keeps the newest of each kind.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database as Connection } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

const kept = { daily: 7, upgrade: 3 } as const;
export type BackupKind = keyof typeof kept;

/** Returns the name of the new file. Throws when the copy does not check out; no file is left then. */
export function backUp(
  connection: Connection,
  backups: string,
  kind: BackupKind,
  atMs: number,
): string {
  mkdirSync(backups, { recursive: true });
  const name = `${kind}-${new Date(atMs).toISOString().replace(/[:.]/g, '-')}.db`;
  const part = join(backups, `${name}.part`);
  rmSync(part, { force: true });
  try {
    connection.prepare('vacuum into ?').run(part);
    verify(part);
    sync(part);
    renameSync(part, join(backups, name));
  } catch (thrown) {
    rmSync(part, { force: true });
    throw thrown;
  }
  removeOld(backups, kind);
  return name;
}

function verify(file: string): void {
  const copy = new BetterSqlite3(file, { readonly: true });
  try {
    const answer = copy.pragma('quick_check(1)', { simple: true });
    if (answer !== 'ok') throw new AppError('disk-error', 'The backup could not be verified');
  } finally {
    copy.close();
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Names of whole backups of a kind, newest first. */
export function listBackups(backups: string, kind: BackupKind): string[] {
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.db'))
    .sort()
    .reverse();
}

function removeOld(backups: string, kind: BackupKind): void {
  for (const name of listBackups(backups, kind).slice(kept[kind])) rmSync(join(backups, name));
}

/** When the newest backup of a kind was made, from its name; 0 when there is none. */
export function lastBackupAt(backups: string, kind: BackupKind): number {
  const stamp = listBackups(backups, kind)[0]?.slice(kind.length + 1, -'.db'.length);
  const match = stamp?.match(/^(.*T\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/);
  return match ? Date.parse(`${match[1]}:${match[2]}:${match[3]}.${match[4]}`) : 0;
}
