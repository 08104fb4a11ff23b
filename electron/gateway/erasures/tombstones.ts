// What was erased stays erased: digests of ids and keys that must never live again.
import type { GatewayDatabase } from '../database/open-database.ts';
import { sha256Hex } from '../digest.ts';

export interface Tombstones {
  addGeneration(accountId: string, id: string): void;
  addKey(accountId: string, idempotencyKey: string): void;
  hasKey(accountId: string, idempotencyKey: string): boolean;
}

export function createTombstones(database: GatewayDatabase): Tombstones {
  const insert = database.prepare<[string, string, string]>(
    'insert into tombstone(account_id, kind, digest) values (?, ?, ?) on conflict do nothing',
  );
  const find = database.prepare<[string, string, string]>(
    'select 1 from tombstone where account_id = ? and kind = ? and digest = ?',
  );
  return {
    addGeneration: (accountId, id) => void insert.run(accountId, 'generation', sha256Hex(id)),
    addKey: (accountId, key) => void insert.run(accountId, 'key', sha256Hex(key)),
    hasKey: (accountId, key) => find.get(accountId, 'key', sha256Hex(key)) !== undefined,
  };
}
