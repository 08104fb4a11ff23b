import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { compileQuery } from '../database/library-query.ts';
import { openTagBook } from '../database/tags.ts';
import { indexGeneration, indexPrompt, removePromptFromIndex } from './search-index.ts';
import { compileSearch, signOfTag } from './search-text.ts';
import { silentLog } from '../logging/log.ts';

let folder = '';
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-search-'));
  const connection = new BetterSqlite3(join(folder, 'search.db'));
  connection.pragma('journal_mode = WAL');
  connection.pragma('secure_delete = ON');
  migrate(connection);
  db = createDatabase(connection, silentLog);
});
afterEach(() => {
  db.connection.close();
  rmSync(folder, { recursive: true, force: true });
});

function addPrompt(text: string): number {
  const { id } = db.run(
    'insert into prompt (text_sha256, text, use_count, created_at, last_used_at) values (?, ?, 1, 0, 0)',
    text,
    text,
  );
  indexPrompt(db, id);
  return id;
}

function find(query: string): number[] {
  const match = compileSearch(query);
  return db
    .all<{ rowid: number }>(
      'select rowid from prompt_search where prompt_search match ? order by rowid',
      match,
    )
    .map(({ rowid }) => rowid);
}

test('finds by word, unfinished word, accent, case, Chinese, Japanese, Korean and emoji', () => {
  const neon = addPrompt('A Neon café in the rain 🌧️');
  const tokyo = addPrompt('東京タワーの夜景、雨');
  const seoul = addPrompt('비 오는 서울의 밤');
  expect(find('rai')).toEqual([neon]);
  expect(find('CAFE')).toEqual([neon]);
  expect(find('🌧')).toEqual([neon]);
  expect(find('夜景')).toEqual([tokyo]);
  expect(find('雨')).toEqual([tokyo]);
  expect(find('ﾀﾜｰ')).toEqual([tokyo]);
  expect(find('서울')).toEqual([seoul]);
  expect(find('景夜')).toEqual([]);
});

test('finds the last word of a prompt of five thousand characters', () => {
  const long = addPrompt(`${'rain '.repeat(998)} zebra 🦓`);
  expect(find('zebra')).toEqual([long]);
  expect(find('🦓')).toEqual([long]);
});

test('no query that can be typed is a syntax error', () => {
  addPrompt('neon city');
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('"\'*():^-+ANDORNEAR{}[]\\/ 东é\u0000')),
      maxLength: 60,
    }),
  );
  fc.assert(
    fc.property(typed, (query) => {
      if (compileSearch(query) !== null) find(query);
    }),
    { numRuns: 500 },
  );
});

test('a deleted word is in no file of the database any more', () => {
  const id = addPrompt('xylographqanary in a lighthouse');
  addPrompt('something else');
  db.transaction(() => {
    removePromptFromIndex(db, id);
    db.run('delete from prompt where id = ?', id);
  });
  db.checkpoint();
  for (const suffix of ['', '-wal']) {
    expect(readFileSync(join(folder, `search.db${suffix}`)).includes('qanary')).toBe(false);
  }
});

let made = 0;
function addClip(prompt: string): number {
  const { id } = db.run(
    `insert into generation (id, idempotency_key, kind, model_id, model_name, model_version, provider, region, prompt, parameters,
       take, take_count, status, created_at, updated_at)
     values (?, ?, 'text-to-video', 'm', 'm', '1', 'p', 'r', ?, '{}', 1, 1, 'ready', 0, 0)`,
    `clip ${(made += 1)}`,
    `key ${made}`,
    prompt,
  );
  indexGeneration(db, id);
  return id;
}

function tagClip(sequence: number, name: string): void {
  const { id } = openTagBook(db).findOrAdd(name, 0);
  db.run('insert into generation_tag values (?, ?)', sequence, id);
  indexGeneration(db, sequence);
}

function untagClip(sequence: number, name: string): void {
  const id = openTagBook(db).find(name)?.id ?? 0;
  db.run('delete from generation_tag where generation_sequence = ? and tag_id = ?', sequence, id);
  indexGeneration(db, sequence);
}

function findClips(search: string): number[] {
  const { match } = compileQuery(db, search, 0);
  return db
    .all<{ rowid: number }>(
      'select rowid from generation_search where generation_search match ? order by rowid',
      match,
    )
    .map(({ rowid }) => rowid);
}

test('a clip is found by words of its prompt and of its tags together', () => {
  const harbour = addClip('a harbour at night, rain');
  const street = addClip('a street in New Delhi');
  tagClip(harbour, 'New York');
  tagClip(harbour, '霓虹');
  tagClip(street, 'rain');
  expect(findClips('york harb')).toEqual([harbour]);
  expect(findClips('虹 harbour')).toEqual([harbour]);
  expect(findClips('rain')).toEqual([harbour, street]);
  expect(findClips('new ')).toEqual([harbour, street]);
  expect(findClips('"new york"')).toEqual([harbour]);
  expect(findClips('rain -york')).toEqual([street]);
  expect(findClips('york street')).toEqual([]);
});

test('a word stays found in the prompt when a tag of the same name goes', () => {
  const clip = addClip('rain over the sea');
  tagClip(clip, 'rain');
  untagClip(clip, 'rain');
  expect(findClips('rain')).toEqual([clip]);
  expect(findClips('"rain over"')).toEqual([clip]);
  db.run(`insert into generation_search (generation_search) values ('integrity-check')`);
});

test('no text passes for a tag', () => {
  const clip = addClip('rain');
  tagClip(clip, 'sea');
  const id = openTagBook(db).find('sea')?.id ?? 0;
  expect(findClips(signOfTag(id))).toEqual([]);
  addClip(`fog ${signOfTag(id)}`);
  expect(findClips('sea')).toEqual([clip]);
});

test('a tag and a clip that are gone leave no word in any file of the database', () => {
  const clip = addClip('xylographqanary in a lighthouse');
  const other = addClip('a lighthouse');
  tagClip(clip, 'zitherqanary');
  tagClip(other, 'zitherqanary');
  db.transaction(() => {
    untagClip(other, 'zitherqanary');
    db.run('delete from generation where sequence = ?', clip);
    db.run('delete from tag where name = ?', 'zitherqanary');
  });
  db.checkpoint();
  for (const suffix of ['', '-wal']) {
    expect(readFileSync(join(folder, `search.db${suffix}`)).includes('qanary')).toBe(false);
  }
  expect(findClips('lighthouse')).toEqual([other]);
});

test('a tag on many clips rewrites no word of their prompts, and the index is written out once', () => {
  const clips = Array.from({ length: 60 }, (_, index) => addClip(`rain over the sea ${index}`));
  db.run(`insert into generation_search (generation_search) values ('optimize')`);
  const blocks = () =>
    db
      .all<{ id: number; block: Buffer }>('select id, block from generation_search_data')
      .filter(({ id }) => id > 1000) // below: counts and the list of segments
      .map(({ id, block }) => `${id} ${block.toString('base64')}`);
  const before = blocks();
  db.transaction(() => {
    for (const clip of clips) tagClip(clip, 'bench');
  });
  expect(blocks()).toHaveLength(before.length + 1);
  expect(blocks()).toEqual(expect.arrayContaining(before));
  expect(findClips('bench')).toEqual(clips);
  db.transaction(() => {
    for (const clip of clips) untagClip(clip, 'bench');
  });
  expect(blocks()).toEqual(expect.arrayContaining(before));
  expect(findClips('bench')).toEqual([]);
});
