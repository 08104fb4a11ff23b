import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../database/database.ts';
import { compileQuery } from '../database/library-query.ts';
import { pageQuery } from '../database/library-reads.ts';
import { migrate } from '../database/migrate.ts';
import { openTagBook } from '../database/tags.ts';
import { silentLog } from '../logging/log.ts';
import { createDice } from '../testing/dice.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { indexGeneration } from './search-index.ts';
import { foldWord, segmentText } from './search-text.ts';
import { mostWords, wordsBeginning } from './word-beginnings.ts';

let db: Database;

beforeEach(() => {
  const connection = new BetterSqlite3(':memory:');
  migrate(connection);
  db = createDatabase(connection, silentLog);
});
afterEach(() => db.connection.close());

const add = (...prompts: string[]) =>
  fillLibrary({ db, library: '' }, prompts, { hasFiles: false });

const foundBy = (match: string | null) =>
  db
    .all<{ rowid: number }>(
      'select rowid from generation_search where generation_search match ? order by rowid desc',
      match,
    )
    .map(({ rowid }) => rowid);
const found = (search: string) => foundBy(compileQuery(db, search, 0).match);

test('every letter is folded as the index folds it, or left to the index', () => {
  db.connection.exec(
    `create virtual table temp.letters using fts5 (word, tokenize = "unicode61 remove_diacritics 2");
     create virtual table temp.folded using fts5vocab (letters, instance)`,
  );
  const letters = Array.from({ length: 0x3_0000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => `x${String.fromCodePoint(point)}y`.normalize('NFKC'))
    .filter((word) => /^[\p{L}\p{N}\p{M}]+$/u.test(word) && foldWord(word) !== null);
  db.transaction(() => {
    for (const [index, word] of letters.entries()) {
      db.run('insert into temp.letters (rowid, word) values (?, ?)', index, segmentText(word));
    }
  });
  const folded = db.all<{ term: string }>('select term from temp.folded order by doc, offset');
  expect(letters.length).toBeGreaterThan(500);
  expect(folded.map(({ term }) => term)).toEqual(letters.map(foldWord));
});

test('a beginning is asked for by its words, whatever their case and accents', () => {
  add('Rain over the sea', 'RAINBOW', 'ráinfall', 'a train', 'Дождь', 'дом');
  expect(wordsBeginning(db, 'Rai')).toEqual(['rain', 'rainbow', 'rainfall']);
  expect(compileQuery(db, 'sea RÁI', 0).match).toBe(
    '"sea" AND ("rain" OR "rainbow" OR "rainfall")',
  );
  expect(found('RÁI')).toEqual([3, 2, 1]);
  expect(found('До')).toEqual([6, 5]);
  expect(found('rainz')).toEqual([]);
});

test('too many words are left to the index, and a longer beginning of them is not', () => {
  add(...Array.from({ length: mostWords + 1 }, (_, index) => `sky${index} sea`));
  expect(wordsBeginning(db, 's')).toBeNull();
  expect(wordsBeginning(db, 'sky4')).toHaveLength(10);
  expect(found('sky')).toHaveLength(mostWords + 1);
});

test('what was written, reworded, and taken back is found as by the index alone', () => {
  const dice = createDice(2026);
  const words = ['rain', 'rainy', 'raï', 'ra', 'river', '雨rain', 'r2d2', 'Rайn', 'train'];
  const phrase = () => `${dice.pick(['a', ...words])} ${dice.pick(['a', ...words])}`;
  const beginnings = ['r', 'ra', 'Rai', 'rain', 'rä', 'ri', 'r2', '雨ra', 'Rа', 'é', 'a ra'];
  add('sea', phrase());
  const changes = [
    () => add(phrase()),
    () => {
      const at = dice.upTo(20);
      db.run('update generation set title = ? where sequence = ?', phrase(), at);
      indexGeneration(db, at);
    },
    () => db.run('delete from generation where sequence = ?', dice.upTo(20)),
  ];
  for (let round = 0; round < 60; round += 1) {
    const isKept = dice.chance(0.6);
    db.connection.exec('begin');
    for (let made = dice.upTo(2); made > 0; made -= 1) {
      dice.pick([() => undefined, ...changes])();
      found(dice.pick(['r', ...beginnings]));
    }
    db.connection.exec(isKept ? 'commit' : 'rollback');
    for (const typed of beginnings) {
      const native = typed.split(' ').map((part) => `"${segmentText(part).trim()}"`);
      expect(found(typed), `${typed} in round ${round}`).toEqual(
        foundBy(`${native.join(' AND ')} *`),
      );
    }
  }
});

test('a word that a transaction took away and gave back is found', () => {
  add('rain', 'rail');
  db.connection.exec('begin');
  db.run('delete from generation where sequence = 1');
  expect(found('ra')).toEqual([2]);
  db.connection.exec('rollback');
  expect(found('ra')).toEqual([2, 1]);
});

test('a tag is found once it is there, and when a transaction took it away and gave it back', () => {
  add('sea', 'sky');
  expect(found('yor')).toEqual([]);
  const { id } = openTagBook(db).findOrAdd('New York', 0);
  db.run('insert into generation_tag values (2, ?)', id);
  indexGeneration(db, 2);
  db.connection.exec('begin');
  db.run('delete from tag');
  expect(found('york ')).toEqual([]);
  db.connection.exec('rollback');
  expect([found('yor'), found('york ')]).toEqual([[2], [2]]);
});

test('a later page begins where the last one ended', () => {
  add(...Array.from({ length: 50 }, () => 'rain'));
  const seen: number[] = [];
  db.connection.function('seen', (sequence: unknown) => seen.push(Number(sequence)));
  const shape = { sort: 'newest', columns: 'g.id', isMany: false } as const;
  const { sql, values } = pageQuery(compileQuery(db, 'rain', 0), shape, {
    value: 11,
    sequence: 11,
  });
  expect(db.all(sql.replace('where ', 'where seen(s.rowid) and '), ...values, 5)).toHaveLength(5);
  expect(seen).toEqual([11, 10, 9, 8, 7, 6]);
});
