// Adds reference media. The file is on disk and synced before its row.
import type { Database } from './database.ts';

export interface NewAsset {
  readonly id: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly width: number;
  readonly height: number;
  readonly originalName: string;
  readonly filePath: string;
  readonly atMs: number;
}

export function insertAsset(db: Database, asset: NewAsset): void {
  db.run(
    `insert into asset (id, sha256, mime_type, size_bytes, width, height, original_name, file_path, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (sha256) do nothing`,
    asset.id,
    asset.sha256,
    asset.mimeType,
    asset.sizeBytes,
    asset.width,
    asset.height,
    asset.originalName,
    asset.filePath,
    asset.atMs,
  );
}
