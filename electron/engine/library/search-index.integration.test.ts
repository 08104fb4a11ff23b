import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { indexPrompt, removePromptFromIndex } from './search-index.ts';
import { compileSearch } from './search-text.ts';
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
