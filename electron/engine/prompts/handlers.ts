// The calls of the prompt library.
import { generationIdSchema } from '#shared/domain/ids.ts';
import { savedPromptIdSchema } from '#shared/domain/saved-prompt-schemas.ts';
import { isoTime } from '../clock.ts';
import { compileSearch } from '../library/search-text.ts';
import { readSequences } from '../database/generation-reads.ts';
import type { Database } from '../database/database.ts';
import { countPrompts, listPrompts } from '../database/prompt-reads.ts';
import type { EngineContext, SavedPromptsHandlers } from '../engine-context.ts';
import type { GenerationViews } from '../jobs/generation-views.ts';
import {
  readTags,
  readVariables,
  requireSavedPrompt,
  type SavedPromptRow,
  selectSavedPrompt,
  toSavedPrompt,
  toSavedPromptDetail,
} from './saved-prompt-rows.ts';
import { addSavedPrompt, changeSavedPrompt, titleOfCopy } from './saved-prompt-writes.ts';

export function createSavedPromptsHandlers(
  { db, clock, ids, emit }: Pick<EngineContext, 'db' | 'clock' | 'ids' | 'emit'>,
  views: Pick<GenerationViews, 'summary'>,
): SavedPromptsHandlers {
  const detail = (id: string) => toSavedPromptDetail(db, requireSavedPrompt(db, id));
  const changed = <T>(change: () => T): T => {
    const result = db.transaction(change);
    emit('savedPrompts.changed', {});
    return result;
  };
  const newId = () => savedPromptIdSchema.parse(ids.make());
  return {
    'prompts.list': ({ search, limit }) => ({
      items: listPrompts(db, search, limit).map((row) => ({
        ...row,
        lastUsedAt: isoTime(row.lastUsedAt),
        lastGenerationId:
          row.lastGenerationId === null ? null : generationIdSchema.parse(row.lastGenerationId),
      })),
      total: countPrompts(db, search),
    }),
    'savedPrompts.list': ({ kind, search, tag, limit }) => {
      const { sql, values } = conditionOf({ kind, search, tag });
      const rows = db.all<SavedPromptRow>(
        `${selectSavedPrompt} where ${sql} order by p.is_favourite desc, p.updated_at desc, p.sequence desc limit ?`,
        ...values,
        limit,
      );
      const total = db.get<{ readonly count: number }>(
        `select count(*) as count from saved_prompt p where ${sql}`,
        ...values,
      );
      return { items: rows.map(toSavedPrompt), total: total?.count ?? 0, tags: tagsOf(db, kind) };
    },
    'savedPrompts.get': ({ id }) => detail(id),
    'savedPrompts.add': (wanted) => {
      const id = newId();
      changed(() => addSavedPrompt(db, { ...wanted, id, atMs: clock.now() }));
      return detail(id);
    },
    'savedPrompts.change': ({ id, ...wanted }) => {
      const change = Object.fromEntries(
        Object.entries(wanted).filter(([, value]) => value !== undefined),
      );
      changed(() => changeSavedPrompt(db, requireSavedPrompt(db, id), change, clock.now()));
      return detail(id);
    },
    'savedPrompts.duplicate': ({ id }) => {
      const row = requireSavedPrompt(db, id);
      const copy = newId();
      changed(() =>
        addSavedPrompt(db, {
          id: copy,
          kind: row.kind,
          title: titleOfCopy(row.title),
          text: row.text,
          variables: readVariables(row),
          tags: readTags(row),
          isFavourite: false,
          atMs: clock.now(),
        }),
      );
      return detail(copy);
    },
    'savedPrompts.erase': ({ id }) => {
      const { sequence } = requireSavedPrompt(db, id);
      changed(() => db.run('delete from saved_prompt where sequence = ?', sequence));
      db.checkpoint();
      return {};
    },
    'savedPrompts.clips': ({ id, limit }) => {
      const rows = db.all<{ readonly sequence: number }>(
        `select sequence from generation where saved_prompt_id = ? and trashed_at is null
         order by sequence desc limit ?`,
        id,
        limit,
      );
      const sequences = rows.map(({ sequence }) => sequence);
      return { items: readSequences(db, sequences).map((row) => views.summary(row)) };
    },
  };
}

interface Wanted {
  readonly kind: string;
  readonly search: string;
  readonly tag: string | null;
}

function conditionOf({ kind, search, tag }: Wanted): { sql: string; values: string[] } {
  const parts: (readonly [string, string])[] = [['p.kind = ?', kind]];
  const match = compileSearch(search);
  if (match !== null) {
    parts.push([
      'p.sequence in (select rowid from saved_prompt_search where saved_prompt_search match ?)',
      match,
    ]);
  } else if (search.trim() !== '') parts.push(['? is null', search]); // signs alone are in nothing
  if (tag !== null) parts.push(['exists (select 1 from json_each(p.tags) where value = ?)', tag]);
  return {
    sql: parts.map(([sql]) => sql).join(' and '),
    values: parts.map(([, value]) => value),
  };
}

function tagsOf(db: Database, kind: string): { name: string; count: number }[] {
  return db.all(
    `select t.value as name, count(*) as count from saved_prompt p, json_each(p.tags) t
     where p.kind = ? group by t.value order by count desc, name limit 100`,
    kind,
  );
}
