// Words of erased clips that stand outside of their own rows: the wording in the prompt history, tags that nobody has any more, what is
// still in the composer. To be called inside the transaction that removes the clips.
import { draftSchema } from '#shared/contract/draft.ts';
import type { Database } from '../../database/database.ts';
import { readSetting, writeSetting } from '../../database/settings.ts';
import { removePromptFromIndex } from '../../library/search-index.ts';

/** Whether the composer holds the very prompt of one of these clips. */
export function isDraftOf(db: Database, clips: string): boolean {
  const words = readSetting(db, 'draft', draftSchema)?.prompt.trim() ?? '';
  return (
    words !== '' &&
    db.get(
      `select 1 from generation
       where trim(prompt) = ? and sequence in (select value from json_each(?))`,
      words,
      clips,
    ) !== undefined
  );
}

/** The words and pictures; model and settings stay. */
export function clearDraft(db: Database): void {
  const draft = readSetting(db, 'draft', draftSchema);
  if (draft) writeSetting(db, 'draft', { ...draft, prompt: '', images: [] });
  else db.run("delete from setting where key = 'draft'"); // of another version: it may say anything
}

/** Those of these that no clip uses any more; returns how many. */
export function removeUnusedPrompts(db: Database, ids: readonly number[]): number {
  let removed = 0;
  for (const id of new Set(ids)) {
    const last = db.get<{ readonly id: string }>(
      'select id from generation where prompt_id = ? order by sequence desc limit 1',
      id,
    );
    if (last) db.run('update prompt set last_generation_id = ? where id = ?', last.id, id);
    else removed += removePrompt(db, id);
  }
  return removed;
}

export function removePrompt(db: Database, id: number): number {
  removePromptFromIndex(db, id);
  return db.run('delete from prompt where id = ?', id).changes;
}

export function removeUnusedTags(db: Database, ids: readonly number[]): void {
  for (const id of new Set(ids)) {
    db.run(
      `delete from tag where id = ?
       and not exists (select 1 from generation_tag where tag_id = tag.id)`,
      id,
    );
  }
}
