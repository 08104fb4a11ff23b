// Puts clips into a library without a cloud: rows, search text and small files, as a finished job leaves them. For tests and
// nothing else.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type GenerationId, generationIdSchema } from '#shared/domain/ids.ts';
import type { Database } from '../database/database.ts';
import { indexGeneration } from '../library/search-index.ts';

export interface LibraryParts {
  readonly db: Database;
  readonly library: string;
}

export interface FilledClip {
  readonly id: GenerationId;
  readonly sequence: number;
  readonly prompt: string;
  /** Within the library. */
  readonly file: string;
}

/** One clip for each prompt, in this order. Without files the rows alone, which is fast for ten thousand. */
export function fillLibrary(
  { db, library }: LibraryParts,
  prompts: readonly string[],
  { hasFiles = true }: { readonly hasFiles?: boolean } = {},
): FilledClip[] {
  const clips = db.transaction(() => prompts.map((prompt) => addClip(db, prompt)));
  for (const { file, prompt } of hasFiles ? clips : []) {
    const path = join(library, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, prompt);
  }
  return clips;
}

function addClip(db: Database, prompt: string): FilledClip {
  const { sequence: last } = db.get<{ readonly sequence: number }>(
    'select coalesce(max(sequence), 0) as sequence from generation',
  ) ?? { sequence: 0 };
  const number = String(last + 1).padStart(9, '0');
  const id = generationIdSchema.parse(`clp${number}`);
  const { id: sequence } = db.run(
    `insert into generation (id, idempotency_key, kind, model_id, model_name, model_version, provider,
       region, prompt, parameters, take, take_count, status, created_at, updated_at)
     values (?, ?, 'text-to-video', 'm', 'M', '1', 'p', 'r', ?, '{"duration":5}', 1, 1, 'ready', ?, ?)`,
    id,
    id,
    prompt,
    last,
    last,
  );
  const file = `videos/${number}.mp4`;
  db.run(
    `insert into output (generation_sequence, position, id, file_path, mime_type, sha256, size_bytes, width,
       height, duration_ms, fps, saved_at)
     values (?, 0, ?, ?, 'video/mp4', ?, ?, 1280, 720, 5000, 24, 0)`,
    sequence,
    `out${number}`,
    file,
    createHash('sha256').update(number).digest('hex'), // each its own, also where words are the same
    Buffer.byteLength(prompt),
  );
  indexGeneration(db, sequence);
  return { id, sequence, prompt, file };
}
