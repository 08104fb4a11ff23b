// What a restore does beside an import: what was erased since may come in again, and what people gave their clips is as it was then.
// Clips that were made since are left alone.
import { createHash } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { indexGeneration } from '../../library/search-index.ts';
import type { GenerationLine } from './import-lines.ts';
import type { ImportRun } from './import-run.ts';
import type { Staging } from './import-staging.ts';

const atOnce = 500;

/** What the archive has is not kept out because it was erased here. What the cloud was asked to erase stays erased there. */
export function forgetTombstones(db: Database, staging: Staging): void {
  const forget = (...references: readonly (string | null | undefined)[]) => {
    for (const reference of references) {
      if (!reference) continue;
      db.run(`delete from tombstone where reference = ? and kind <> 'cloud-copy'`, reference);
    }
  };
  db.transaction(() => {
    for (const block of staging.blocks('generations', atOnce)) {
      for (const { id, cloudId, idempotencyKey } of block) forget(id, cloudId, idempotencyKey);
    }
    for (const block of staging.blocks('outputs', atOnce)) {
      for (const { id, cloudId } of block) forget(id, cloudId);
    }
    for (const block of staging.blocks('assets', atOnce)) {
      for (const { id, sha256 } of block) forget(id, sha256);
    }
    for (const block of staging.blocks('saved-prompts', atOnce)) {
      for (const { id } of block) forget(id);
    }
    for (const block of staging.blocks('prompts', atOnce)) {
      for (const { text } of block) forget(createHash('sha256').update(text).digest('hex'));
    }
  });
}

/** Titles, notes, ratings, labels, favourites, tags and the trash, of clips that were here all the time as well. */
export function bringBackMarks(run: ImportRun): void {
  const { db, staging } = run;
  for (const block of staging.blocks('generations', atOnce)) {
    run.signal.throwIfAborted();
    db.transaction(() => {
      for (const line of block) bringBack(run, line);
    });
  }
}

function bringBack({ db, staging }: ImportRun, line: GenerationLine): void {
  const local = db.get<{ readonly sequence: number }>(
    'select sequence from generation where id = ? and prompt = ?',
    line.id,
    line.prompt,
  );
  if (!local) return;
  const { isFavourite, trashedAt } = line as GenerationLine & {
    readonly isFavourite?: boolean;
    readonly trashedAt?: string | null;
  };
  db.run(
    `update generation set title = ?, notes = ?, rating = ?, label = ?, is_favourite = ?, trashed_at = ?
     where sequence = ?`,
    line.title,
    line.notes,
    line.rating,
    line.label,
    isFavourite === true ? 1 : 0,
    trashedAt ? Date.parse(trashedAt) : null,
    local.sequence,
  );
  db.run('delete from generation_tag where generation_sequence = ?', local.sequence);
  for (const { tagId } of staging.of('generation-tags', line.id)) {
    const [tag] = staging.of('tags', String(tagId));
    if (!tag) continue;
    db.run(
      `insert or ignore into generation_tag (generation_sequence, tag_id)
       select ?, id from tag where name = ?`,
      local.sequence,
      tag.name,
    );
  }
  indexGeneration(db, local.sequence);
}
