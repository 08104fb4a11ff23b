// The prompt history: one row per distinct text.
import { createHash } from 'node:crypto';
import { indexPrompt } from '../library/search-index.ts';
import type { Database } from './database.ts';

export interface PromptUse {
  readonly text: string;
  readonly generationId: string;
  readonly atMs: number;
}

/** Remembers that a prompt was used; returns its id. */
export function usePrompt(db: Database, { text, generationId, atMs }: PromptUse): number {
  return db.transaction(() => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const known = db.get<{ readonly id: number }>(
      `update prompt set use_count = use_count + 1, last_used_at = ?, last_generation_id = ?
       where text_sha256 = ? returning id`,
      atMs,
      generationId,
      sha256,
    );
    if (known) return known.id;
    const { id } = db.run(
      `insert into prompt (text_sha256, text, use_count, created_at, last_used_at, last_generation_id)
       values (?, ?, 1, ?, ?, ?)`,
      sha256,
      text,
      atMs,
      atMs,
      generationId,
    );
    indexPrompt(db, id);
    return id;
  });
}
