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

export interface Incoming {
  /** The id that the output will have: the same after a crash, so that its files have the same names. */
  readonly outputId: string;
  /** Of the bytes in the part file; empty when there are none. */
  readonly etag: string;
}

/** What is known of a download that began before, or a new one. */
export function beginIncoming(
  db: Database,
  sequence: number,
  position: number,
  newOutputId: string,
): Incoming {
  db.run(
    `insert into incoming (generation_sequence, position, output_id, etag) values (?, ?, ?, '')
     on conflict do nothing`,
    sequence,
    position,
    newOutputId,
  );
  const known = db.get<Incoming>(
    `select output_id as outputId, etag from incoming
     where generation_sequence = ? and position = ?`,
    sequence,
    position,
  );
  return known ?? { outputId: newOutputId, etag: '' };
}

/**
 * Remembers which bytes a part file holds, so that a later Range request can prove it wants the same ones. A power cut may take
 * it back: then the file is fetched from its start again.
 */
export function rememberEtag(db: Database, sequence: number, position: number, etag: string): void {
  db.relaxed(() =>
    db.run(
      'update incoming set etag = ? where generation_sequence = ? and position = ?',
      etag,
      sequence,
      position,
    ),
  );
}

export function forgetIncoming(db: Database, sequence: number): void {
  db.run('delete from incoming where generation_sequence = ?', sequence);
}
