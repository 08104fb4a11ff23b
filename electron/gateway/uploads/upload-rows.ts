// Announced uploads in the database. Decides nothing.
import type { GatewayDatabase } from '../database/open-database.ts';

export interface UploadRow {
  readonly id: string;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly mime_type: string;
}

export type UploadRows = ReturnType<typeof createUploadRows>;

export function createUploadRows(database: GatewayDatabase) {
  const columns = 'id, sha256, size_bytes, mime_type';
  const byId = database.prepare<[string, string], UploadRow>(
    `select ${columns} from upload where account_id = ? and id = ?`,
  );
  const byContent = database.prepare<[string, string], UploadRow>(
    `select ${columns} from upload where account_id = ? and sha256 = ?`,
  );
  const exists = database.prepare<[string]>('select 1 from upload where id = ?');
  const insert = database.prepare<[string, string, string, number, string, string]>(
    `insert into upload(id, account_id, sha256, size_bytes, mime_type, created_at)
     values (?, ?, ?, ?, ?, ?)`,
  );
  const remove = database.prepare<[string, string], { id: string }>(
    'delete from upload where account_id = ? and sha256 = ? returning id',
  );
  const removeAll = database.prepare<[string], { id: string }>(
    'delete from upload where account_id = ? returning id',
  );
  const removeStale = database.prepare<[string]>(
    `delete from upload where created_at < ? and not exists (
       select 1 from asset where asset.account_id = upload.account_id
       and asset.sha256 = upload.sha256)`,
  );

  return {
    byId: (accountId: string, id: string) => byId.get(accountId, id),
    byContent: (accountId: string, sha256: string) => byContent.get(accountId, sha256),
    exists: (id: string) => exists.get(id) !== undefined,
    add: (accountId: string, row: UploadRow, createdAt: string) => {
      const { id, sha256, size_bytes, mime_type } = row;
      insert.run(id, accountId, sha256, size_bytes, mime_type, createdAt);
    },
    /** One content, or all; the ids of what went. */
    remove: (accountId: string, sha256: string | null): string[] => {
      const gone = sha256 === null ? removeAll.all(accountId) : remove.all(accountId, sha256);
      return gone.map(({ id }) => id);
    },
    /** Uploads that were announced before and never became whole. */
    removeStale: (before: string) => void removeStale.run(before),
  };
}
