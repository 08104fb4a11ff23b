// Counts from what is kept in memory stay those of the database, whatever is changed in it and however.
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../logging/log.ts';
import { createDice, type Dice } from '../testing/dice.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import { pieceSize } from './clip-facts.ts';
import { createDatabase, type Database } from './database.ts';
import { createFacets, type Facets } from './library-facets.ts';
import { countLibrary } from './library-sums.ts';

const searches = ['', 'rain', 'rain rating:>=3', '-rain', 'is:trashed', 'tag:one', 'label:red'];
const stretch = 30;
let engine: TestEngine;
let db: Database;
let facets: Facets;

beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  ({ db } = engine.engine.context);
  facets = createFacets(db);
  add(stretch);
  // what follows is in pieces of its own
  db.run("update sqlite_sequence set seq = ? where name = 'generation'", 2 * pieceSize - 10);
  add(stretch);
  db.run("insert into tag (name, created_at) values ('one', 0), ('two', 0)");
});
afterAll(() => engine.remove());

function add(count: number): void {
  const prompts = Array.from({ length: count }, (_, index) => (index % 3 ? 'rain' : 'sea'));
  fillLibrary({ db, library: engine.library }, prompts, { hasFiles: false });
}

async function countAll(facets: Facets): Promise<unknown[]> {
  const options = { nowMs: 0, signal: new AbortController().signal };
  const request = { favouritesOnly: false, inTrash: false };
  const counts: unknown[] = [];
  for (const search of searches) counts.push(await facets.count({ ...request, search }, options));
  return counts;
}

/** By another memory, which has everything to read, on a copy of the database. */
async function countAnew(): Promise<unknown[]> {
  const bytes = db.connection.serialize();
  bytes.fill(1, 18, 20); // without a write-ahead log, which a database in memory cannot have
  const copy = new BetterSqlite3(bytes);
  try {
    return await countAll(createFacets(createDatabase(copy, silentLog)));
  } finally {
    copy.close();
  }
}

const changes: readonly ((dice: Dice, sequence: number) => void)[] = [
  (dice, at) => db.run('update generation set rating = ? where sequence = ?', dice.below(6), at),
  (_, at) => db.run('update generation set is_favourite = 1 - is_favourite where sequence = ?', at),
  (dice, at) =>
    db.run('update generation set verdict = ? where sequence = ?', dice.pick(['good', null]), at),
  (dice, at) =>
    db.run('update generation set label = ? where sequence = ?', dice.pick(['red', null]), at),
  (dice, at) =>
    db.run('update generation set model_id = ? where sequence = ?', dice.pick(['k', 'l']), at),
  (dice, at) =>
    db.run('update generation set created_at = ? where sequence = ?', dice.below(9) * 9e9, at),
  (_, at) =>
    db.run(
      'update generation set trashed_at = case when trashed_at is null then 1 end where sequence = ?',
      at,
    ),
  (dice, at) =>
    db.run(
      'update output set width = ?, duration_ms = ? where generation_sequence = ?',
      dice.pick([720, 1280]),
      dice.below(20_000),
      at,
    ),
  (_, at) => db.run("update generation set status = 'failed' where sequence = ?", at),
  (dice, at) =>
    db.run(
      'insert or ignore into generation_tag select sequence, ? from generation where sequence = ?',
      dice.pick([1, 2]),
      at,
    ),
  (_, at) => db.run('delete from generation_tag where generation_sequence = ?', at),
  (_, at) => db.run('delete from generation where sequence = ?', at),
  () => add(1),
];

test('after every change the counts are those of a memory that reads everything', async () => {
  const dice = createDice(2026);
  const before = JSON.stringify(await countAll(facets));
  for (let round = 0; round < 25; round += 1) {
    const isKept = dice.chance(0.8);
    db.connection.exec('savepoint round');
    for (let made = dice.upTo(3); made > 0; made -= 1) {
      const at = dice.upTo(stretch) + (dice.chance(0.5) ? 2 * pieceSize - 10 : 0);
      dice.pick([changes[0] ?? (() => undefined), ...changes])(dice, at);
    }
    if (!isKept) db.connection.exec('rollback to round');
    db.connection.exec('release round');
    expect(await countAll(facets), `round ${round}`).toEqual(await countAnew());
  }
  expect(JSON.stringify(await countAll(facets))).not.toBe(before);
});

test('a clip without its video is counted neither here nor there', async () => {
  const request = { search: '', favouritesOnly: false, inTrash: false };
  const counted = async () => {
    const options = { nowMs: 0, signal: new AbortController().signal };
    const groups = await facets.count(request, options);
    const months = groups.find(({ key }) => key === 'on')?.values ?? [];
    return months.reduce((sum, { count }) => sum + count, 0);
  };
  add(2);
  expect(await counted()).toBe((await countLibrary(db, request)).total);
  const { total } = await countLibrary(db, request);
  db.run('delete from output where generation_sequence = (select max(sequence) from generation)');
  expect([await counted(), (await countLibrary(db, request)).total]).toEqual([
    total - 1,
    total - 1,
  ]);
});
