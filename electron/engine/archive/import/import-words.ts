// Prompts and tags of an archive. Each wording and each name is in the library once; what both sides know of it is joined in a way
// that gives the same again when it is done twice.
import { createHash } from 'node:crypto';
import { indexPrompt, indexTag } from '../../library/search-index.ts';
import { type PromptLine, type TagLine, toColumns } from './import-lines.ts';
import { isKeepable } from './import-numbers.ts';
import { entityOf, type ImportRun, insertRow, isTombstoned } from './import-run.ts';

/** Local ids by those of the archive. */
export type LocalIds = ReadonlyMap<number, number>;

const atOnce = 500;

export function importTags(run: ImportRun): LocalIds {
  const ids = new Map<number, number>();
  for (const block of run.staging.blocks('tags', atOnce)) {
    run.signal.throwIfAborted();
    run.db.transaction(() => {
      for (const line of block) ids.set(line.id, importTag(run, line));
    });
  }
  return ids;
}

function importTag({ db, tally }: ImportRun, line: TagLine): number {
  const known = db.get<{ readonly id: number }>('select id from tag where name = ?', line.name);
  tally.count('tags', known ? 'present' : 'added');
  if (known) return known.id;
  const isFree = isKeepable(line.id) && !db.get('select 1 from tag where id = ?', line.id);
  const columns = toColumns(entityOf('tags'), line);
  const made = insertRow(db, 'tag', { ...columns, id: isFree ? line.id : null });
  indexTag(db, made, line.name);
  return made;
}

export async function importPrompts(run: ImportRun): Promise<LocalIds> {
  const ids = new Map<number, number>();
  for (const block of run.staging.blocks('prompts', atOnce)) {
    await Promise.resolve(); // others get their turn between two blocks
    run.signal.throwIfAborted();
    run.db.transaction(() => {
      for (const line of block) {
        const id = importPrompt(run, line);
        if (id !== null) ids.set(line.id, id);
      }
    });
  }
  return ids;
}

function importPrompt({ db, tally }: ImportRun, line: PromptLine): number | null {
  const sha256 = createHash('sha256').update(line.text).digest('hex');
  const known = db.get<{ readonly id: number }>(
    'select id from prompt where text_sha256 = ?',
    sha256,
  );
  if (known) {
    tally.count('prompts', 'present');
    db.run(
      `update prompt set use_count = max(use_count, ?), created_at = min(created_at, ?),
         last_generation_id = case when ? > last_used_at then ? else last_generation_id end,
         last_used_at = max(last_used_at, ?)
       where id = ?`,
      line.useCount,
      Date.parse(line.createdAt),
      Date.parse(line.lastUsedAt),
      line.lastGenerationId,
      Date.parse(line.lastUsedAt),
      known.id,
    );
    return known.id;
  }
  if (isTombstoned(db, sha256)) {
    tally.remark('tombstone');
    return null;
  }
  const isFree = isKeepable(line.id) && !db.get('select 1 from prompt where id = ?', line.id);
  const made = insertRow(db, 'prompt', {
    ...toColumns(entityOf('prompts'), line),
    id: isFree ? line.id : null,
    text_sha256: sha256,
  });
  indexPrompt(db, made);
  tally.count('prompts', 'added');
  return made;
}
