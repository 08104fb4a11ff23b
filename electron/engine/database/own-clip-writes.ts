// Rows of videos that came from elsewhere. They were never asked for, so they have no prompt, no model and no cost, and begin where
// others end: ready. The file is on disk, synced and renamed before.
import { indexGeneration } from '../library/search-index.ts';
import type { Database } from './database.ts';
import { addEvent } from './generation-writes.ts';
import { insertOutput, type NewOutput } from './output-writes.ts';

export interface NewOwnClip {
  readonly id: string;
  readonly title: string;
  /** As the file was called where it came from. */
  readonly originalName: string;
  readonly output: Omit<NewOutput, 'sequence' | 'position' | 'cloudId' | 'savedAtMs'>;
  readonly atMs: number;
}

/** In place of a model, where people look for one. */
const ownModel = { id: 'imported', name: 'Imported' } as const;

export function insertOwnClip(db: Database, clip: NewOwnClip): void {
  db.transaction(() => {
    const { id: sequence } = db.run(
      `insert into generation (id, idempotency_key, kind, model_id, model_name, model_version, provider, region, prompt,
         parameters, title, take, take_count, status, created_at, updated_at, ended_at)
       values (?, ?, 'imported', ?, ?, '', '', '', '', '{}', ?, 1, 1, 'ready', ?, ?, ?)`,
      clip.id,
      clip.id,
      ownModel.id,
      ownModel.name,
      clip.title,
      clip.atMs,
      clip.atMs,
      clip.atMs,
    );
    const saved = { sequence, position: 0, cloudId: null, savedAtMs: clip.atMs };
    insertOutput(db, { ...clip.output, ...saved });
    const note = clip.originalName;
    addEvent(db, sequence, { atMs: clip.atMs, type: 'imported', status: 'ready', note });
    indexGeneration(db, sequence);
  });
}

export interface KnownContent {
  readonly outputId: string;
  readonly generationId: string;
  readonly filePath: string;
}

/** A clip with exactly this content, if there is one; one whose file is missing first. */
export function findClipByContent(db: Database, sha256: string): KnownContent | undefined {
  return db.get<KnownContent>(
    `select o.id as outputId, g.id as generationId, o.file_path as filePath
     from output o join generation g on g.sequence = o.generation_sequence
     where o.sha256 = ? order by o.is_missing desc limit 1`,
    sha256,
  );
}
