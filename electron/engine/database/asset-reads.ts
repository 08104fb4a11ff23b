// Reference media: rows and lookups.
import type { Asset } from '#shared/contract/generation.ts';
import { assetIdSchema } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { isoTime } from '../clock.ts';
import type { Database } from './database.ts';

export interface AssetRow {
  readonly sequence: number;
  readonly id: string;
  readonly sha256: string;
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly width: number;
  readonly height: number;
  readonly original_name: string;
  readonly file_path: string;
  readonly created_at: number;
  readonly used_by: number;
}

const selectAsset = `select a.sequence, a.id, a.sha256, a.mime_type, a.size_bytes, a.width, a.height, a.original_name,
  a.file_path, a.created_at, (select count(distinct generation_sequence) from generation_image
    where asset_sequence = a.sequence) as used_by
  from asset a`;

export function findAssetBySha256(db: Database, sha256: string): AssetRow | undefined {
  return db.get<AssetRow>(`${selectAsset} where a.sha256 = ?`, sha256);
}

export function requireAsset(db: Database, id: string): AssetRow {
  const row = db.get<AssetRow>(`${selectAsset} where a.id = ?`, id);
  if (!row) throw new AppError('not-found', 'This image is not in the library.');
  return row;
}

export function listAssets(db: Database, limit: number): AssetRow[] {
  return db.all<AssetRow>(`${selectAsset} order by a.sequence desc limit ?`, limit);
}

export function countAssets(db: Database): number {
  return db.get<{ readonly count: number }>('select count(*) as count from asset')?.count ?? 0;
}

export function toAsset(row: AssetRow): Asset {
  return {
    id: assetIdSchema.parse(row.id),
    sha256: row.sha256,
    mimeType: row.mime_type,
    sizeBytes: row.size_bytes,
    width: row.width,
    height: row.height,
    originalName: row.original_name,
    createdAt: isoTime(row.created_at),
    usedBy: row.used_by,
  };
}
