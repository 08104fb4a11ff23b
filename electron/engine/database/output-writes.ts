// Rows of results. The file is on disk, synced and renamed before a row says so.
import type { Database } from './database.ts';

export interface NewOutput {
  readonly sequence: number;
  readonly position: number;
  readonly id: string;
  readonly cloudId: string | null;
  readonly filePath: string;
  readonly posterPath: string | null;
  readonly mimeType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly fps: number;
  readonly savedAtMs: number;
}

export function insertOutput(db: Database, output: NewOutput): void {
  db.run(
    `insert into output (generation_sequence, position, id, cloud_id, file_path, poster_path, mime_type, sha256,
       size_bytes, width, height, duration_ms, fps, saved_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    output.sequence,
    output.position,
    output.id,
    output.cloudId,
    output.filePath,
    output.posterPath,
    output.mimeType,
    output.sha256,
    output.sizeBytes,
    output.width,
    output.height,
    output.durationMs,
    output.fps,
    output.savedAtMs,
  );
}

export function setOutputMissing(db: Database, id: string, isMissing: boolean): void {
  db.run('update output set is_missing = ? where id = ?', isMissing ? 1 : 0, id);
}

/** Remembers which bytes a part file holds, so that a later Range request can prove it wants the same ones. */
export function rememberIncoming(
  db: Database,
  sequence: number,
  position: number,
  etag: string,
): void {
  db.run(
    `insert into incoming (generation_sequence, position, etag) values (?, ?, ?)
     on conflict do update set etag = excluded.etag`,
    sequence,
    position,
    etag,
  );
}

export function readIncomingEtag(db: Database, sequence: number, position: number): string | null {
  const row = db.get<{ readonly etag: string }>(
    'select etag from incoming where generation_sequence = ? and position = ?',
    sequence,
    position,
  );
  return row?.etag ?? null;
}

export function forgetIncoming(db: Database, sequence: number): void {
  db.run('delete from incoming where generation_sequence = ?', sequence);
}
