// Reference images and videos that arrived whole: one row per account, one file per content.
import { join } from 'node:path';
import type { GatewayDatabase } from '../database/open-database.ts';
import { createPending } from '../files.ts';

export interface AssetRow {
  readonly sha256: string;
  readonly size_bytes: number;
  readonly mime_type: string;
  readonly width: number;
  readonly height: number;
  /** `null` for an image. */
  readonly duration_ms: number | null;
}

export interface Assets {
  find(accountId: string, sha256: string): AssetRow | undefined;
  all(accountId: string): AssetRow[];
  add(accountId: string, asset: AssetRow, createdAt: string): void;
  /** How many rows went. The file goes with the next sweep, unless another account has it too. */
  remove(accountId: string, sha256: string): number;
  removeAll(accountId: string): number;
  /** Keeps the file from being swept until its row is there. */
  hold(sha256: string): () => void;
  isNeeded(sha256: string): boolean;
  pathOf(sha256: string): string;
}

export function createAssets(database: GatewayDatabase, folder: string): Assets {
  const find = database.prepare<[string, string], AssetRow>(
    `select sha256, size_bytes, mime_type, width, height, duration_ms from asset
     where account_id = ? and sha256 = ?`,
  );
  const all = database.prepare<[string], AssetRow>(
    `select sha256, size_bytes, mime_type, width, height, duration_ms from asset
     where account_id = ?`,
  );
  const insert = database.prepare<[AssetRow & { accountId: string; createdAt: string }]>(
    `insert into asset(account_id, sha256, size_bytes, mime_type, width, height, duration_ms, created_at)
     values (@accountId, @sha256, @size_bytes, @mime_type, @width, @height, @duration_ms, @createdAt)
     on conflict do nothing`,
  );
  const remove = database.prepare<[string, string]>(
    'delete from asset where account_id = ? and sha256 = ?',
  );
  const removeAll = database.prepare<[string]>('delete from asset where account_id = ?');
  const needed = database.prepare<[string]>('select 1 from asset where sha256 = ? limit 1');
  const pending = createPending();
  const pathOf = (sha256: string) => join(folder, sha256);

  return {
    find: (accountId, sha256) => find.get(accountId, sha256),
    all: (accountId) => all.all(accountId),
    add: (accountId, asset, createdAt) => {
      const { sha256, size_bytes, mime_type, width, height, duration_ms } = asset;
      insert.run({
        accountId,
        createdAt,
        sha256,
        size_bytes,
        mime_type,
        width,
        height,
        duration_ms,
      });
    },
    remove: (accountId, sha256) => remove.run(accountId, sha256).changes,
    removeAll: (accountId) => removeAll.run(accountId).changes,
    hold: pending.hold,
    isNeeded: (sha256) => pending.has(sha256) || needed.get(sha256) !== undefined,
    pathOf,
  };
}
