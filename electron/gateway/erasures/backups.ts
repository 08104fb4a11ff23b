// The second stage of a deletion. What leaves the live store stays in the backups for a while, as it does with every service that has
// any; then it leaves those too. A gateway without backups has nothing here.
import { link, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type GatewayDatabase, truncateLog } from '../database/open-database.ts';
import { type Clock, isoNow } from '../dependencies.ts';
import type { GatewayFolder } from '../files.ts';

export interface BackedUp {
  readonly kind: 'generation' | 'asset';
  /** The rows as they were. */
  readonly content: unknown;
  /** From the gateway's folder: `outputs/<sha256>.mp4`. */
  readonly files: readonly string[];
}

export interface Backups {
  /** In the transaction of the erasure. Until when it is kept; `null` where nothing is. */
  keep(erasureId: string, items: readonly BackedUp[]): string | null;
  /** After that transaction, and before the files of the live store are swept. */
  copyFiles(): Promise<void>;
  /** Takes what is due out of the backups. */
  purgeDue(): Promise<void>;
}

export interface BackupsDeps {
  readonly database: GatewayDatabase;
  readonly clock: Clock;
  readonly folder: GatewayFolder;
  /** `null` for a gateway without backups. */
  readonly keptMs: number | null;
}

const filesSchema = z.array(z.string().regex(/^(outputs|assets)\/[0-9a-f]{64}(\.mp4|\.jpg)?$/));

export function createBackups({ database, clock, folder, keptMs }: BackupsDeps): Backups {
  const insert = database.prepare<[string, string, string, string]>(
    'insert into backup(erasure_id, kind, content, files) values (?, ?, ?, ?)',
  );
  const held = database.prepare<[], { files: string }>('select files from backup');
  const due = database.prepare<[string], { id: string }>(
    'select id from erasure where backups_until <= ? and backups_purged_at is null',
  );
  const remove = database.prepare<[string]>('delete from backup where erasure_id = ?');
  const purged = database.prepare<[string, string]>(
    'update erasure set backups_purged_at = ? where id = ?',
  );
  const store = join(folder.root, 'backups');
  const names = (): string[] =>
    held.all().flatMap(({ files }) => filesSchema.parse(JSON.parse(files)));
  const nameOf = (file: string) => file.slice(file.indexOf('/') + 1);

  return {
    keep: (erasureId, items) => {
      if (keptMs === null || items.length === 0) return null;
      for (const { kind, content, files } of items) {
        insert.run(erasureId, kind, JSON.stringify(content), JSON.stringify(files));
      }
      return new Date(clock.now() + keptMs).toISOString();
    },
    copyFiles: async () => {
      const files = names();
      if (files.length === 0) return;
      await mkdir(store, { recursive: true, mode: 0o700 });
      for (const file of files) {
        await link(join(folder.root, file), join(store, nameOf(file))).catch(isThereOrGone);
      }
    },
    purgeDue: async () => {
      const ids = due.all(isoNow(clock)).map(({ id }) => id);
      if (ids.length === 0) return;
      database.transaction(() => ids.forEach((id) => remove.run(id)))();
      const needed = new Set(names().map(nameOf));
      for (const name of await readdir(store).catch(() => [])) {
        if (!needed.has(name)) await rm(join(store, name), { force: true });
      }
      truncateLog(database);
      database.transaction(() => ids.forEach((id) => purged.run(isoNow(clock), id)))();
    },
  };
}

/** Backed up already, or not in the live store any more: both are as they should be after a cut. */
function isThereOrGone(thrown: unknown): void {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code !== 'EEXIST' && code !== 'ENOENT') throw thrown;
}
