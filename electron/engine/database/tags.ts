// Tags by their names. "Rain" and "rain" are one tag, written as it was first.
import { answersOf, keepAnswer } from '../library/known-words.ts';
import { indexTag } from '../library/search-index.ts';
import type { Database } from './database.ts';

interface TagRow {
  readonly id: number;
  readonly name: string;
}

export interface TagBook {
  find(name: string): TagRow | undefined;
  findOrAdd(name: string, atMs: number): TagRow;
}

/** What two spellings of one tag have in common, in every script. */
export function tagKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Reads all tags once: ten thousand clips get the same one. An archive may bring both spellings: then the exact one is found. */
export function openTagBook(db: Database): TagBook {
  const byName = new Map<string, TagRow>();
  const byKey = new Map<string, TagRow>();
  const remember = (row: TagRow) => {
    byName.set(row.name, row);
    if (!byKey.has(tagKey(row.name))) byKey.set(tagKey(row.name), row);
    return row;
  };
  for (const row of db.all<TagRow>('select id, name from tag order by id')) remember(row);
  const find = (name: string) => byName.get(name) ?? byKey.get(tagKey(name));
  return {
    find,
    findOrAdd: (name, atMs) => {
      const known = find(name);
      if (known) return known;
      const { id } = db.run('insert into tag (name, created_at) values (?, ?)', name, atMs);
      indexTag(db, id, name);
      return remember({ id, name });
    },
  };
}

export function tagsOf(db: Database, sequence: number): string[] {
  const rows = db.all<{ readonly name: string }>(
    `select tag.name from generation_tag join tag on tag.id = tag_id
     where generation_sequence = ? order by tag.name`,
    sequence,
  );
  return rows.map(({ name }) => name);
}

/** Tags whose names have these words, as the index asks for them. */
export function tagsNamed(db: Database, phrase: string): readonly number[] {
  const { tags } = answersOf(db);
  return tags.get(phrase) ?? keepAnswer(db, tags, phrase, readTagsNamed(db, phrase));
}

function readTagsNamed(db: Database, phrase: string): number[] {
  return db
    .all<{
      readonly id: number;
    }>('select rowid as id from tag_search where tag_search match ? order by rowid', phrase)
    .map(({ id }) => id);
}
