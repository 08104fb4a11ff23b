// How SQLite goes about the questions of the library: along an index, and never by sorting all of it. What a clock would only show at
// 100,000 clips the plan shows with ten.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sortOrders } from '#shared/contract/sort-orders.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import type { Database, SqlValue } from './database.ts';
import { readEndedWithoutResult } from './generation-reads.ts';
import { endAbandonedRequests } from './ledger-writes.ts';
import { readOrder } from './library-order.ts';
import { compileQuery } from './library-query.ts';
import { pageQuery, readPage } from './library-reads.ts';
import { countLibrary, readCounts } from './library-sums.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  const words = Array.from({ length: 10 }, (_, index) => `rain over the sea ${index}`);
  fillLibrary({ db: engine.engine.context.db, library: engine.library }, words, {
    hasFiles: false,
  });
});
afterAll(() => engine.remove());

/** How SQLite goes about each question that is asked while `question` runs. */
function plansOf(question: (db: Database) => unknown): string[][] {
  const { db } = engine.engine.context;
  const plans: string[][] = [];
  const explain = (sql: string, values: readonly SqlValue[]) => {
    const lines = db.all<{ readonly detail: string }>(`explain query plan ${sql}`, ...values);
    plans.push(lines.map(({ detail }) => detail));
  };
  question({
    ...db,
    all: (sql, ...values) => {
      explain(sql, values);
      return db.all(sql, ...values);
    },
    get: (sql, ...values) => {
      explain(sql, values);
      return db.get(sql, ...values);
    },
    run: (sql, ...values) => {
      explain(sql, values);
      return db.run(sql, ...values);
    },
  });
  return plans;
}

/** Of the last question. */
const planOf = (question: (db: Database) => unknown) => plansOf(question).at(-1) ?? [];

const request = { search: '', favouritesOnly: false, inTrash: false, cursor: null, limit: 60 };
const sorts = sortOrders.filter((sort) => sort !== 'manual');
const sortsAll = (plan: readonly string[]) => plan.filter((line) => /TEMP B-TREE/.test(line));
const readsAll = (plan: readonly string[]) =>
  plan.filter((line) => line.startsWith('SCAN ') && !/USING|VIRTUAL TABLE/.test(line));

test.each(sorts)('%s: the first page and every later one is a walk along an index', (sort) => {
  const cursors = [
    null,
    readPage(engine.engine.context.db, { ...request, sort, limit: 3 }).nextCursor,
  ];
  for (const cursor of cursors) {
    for (const favouritesOnly of sort === 'newest' ? [false, true] : [false]) {
      const plan = planOf((db) => readPage(db, { ...request, sort, cursor, favouritesOnly }));
      expect(sortsAll(plan)).toEqual([]);
      expect(readsAll(plan)).toEqual([]);
    }
    const order = planOf((db) => readOrder(db, { ...request, sort, cursor }, 0));
    expect(sortsAll(order)).toEqual([]);
    expect(readsAll(order)).toEqual([]);
  }
});

test.each(['newest', 'oldest'] as const)('%s first, a later page begins at its place', (sort) => {
  const cursor = readPage(engine.engine.context.db, { ...request, sort, limit: 3 }).nextCursor;
  const [walk] = planOf((db) => readPage(db, { ...request, sort, cursor }));
  expect(walk).toMatch(/sequence[<>]\?/);
});

test.each(['newest', 'oldest'] as const)('a search, %s first, stops after its page', (sort) => {
  const plan = planOf((db) => readPage(db, { ...request, sort, search: 'rain sea' }));
  expect(sortsAll(plan)).toEqual([]);
  expect(plan.some((line) => /SCAN s VIRTUAL TABLE/.test(line))).toBe(true);
});

test.each(sorts.filter((sort) => sort !== 'newest' && sort !== 'oldest'))(
  'words that find many clips are a condition on the walk, %s first',
  (sort) => {
    const { db } = engine.engine.context;
    const query = compileQuery(db, 'rain', 0);
    const { sql, values } = pageQuery(query, { sort, columns: 'g.id', isMany: true }, null);
    const plan = db
      .all<{ readonly detail: string }>(`explain query plan ${sql}`, ...values, 60)
      .map(({ detail }) => detail);
    expect(sortsAll(plan)).toEqual([]);
    expect(plan.filter((line) => line.includes('VIRTUAL TABLE'))).toHaveLength(1);
  },
);

test.each(['is:favourite', 'is:good', 'is:good,bad', 'rating:>=4', 'label:red', 'model:kling'])(
  '%s is found along an index of its own',
  (search) => {
    const plan = planOf((db) => readPage(db, { ...request, sort: 'newest', search }));
    expect(sortsAll(plan)).toEqual([]);
    expect(readsAll(plan)).toEqual([]);
  },
);

test('the clips and files in the sidebar are counted from indexes', async () => {
  let counts: Promise<unknown> | undefined;
  const plans = plansOf((db) => (counts = readCounts(db)));
  await counts; // of later pieces the plans come later
  const plan = plans.flat();
  expect(readsAll(plan).filter((line) => /generation|output/.test(line))).toEqual([]);
  expect(sortsAll(plan)).toEqual([]);
  expect(plan.filter((line) => line.includes('output_by_file (file_path>?)'))).toHaveLength(1);
});

test('what every start asks is at hand, however long the history is', () => {
  const ended = planOf((db) => readEndedWithoutResult(db, 50));
  expect(ended[0]).toBe('SCAN g USING INDEX generation_without_clip');
  expect(sortsAll(ended)).toEqual([]);
  expect(planOf(endAbandonedRequests)).toEqual([
    'SCAN network_request USING INDEX network_request_unended',
  ]);
});

test.each(['', 'rain', 'is:favourite', 'rating:>=4', 'model:m', 'is:trashed', '-rain'])(
  'the sums of %s are added up piece by piece along an index',
  (search) => {
    const request = { search, favouritesOnly: false, inTrash: false };
    const plan = planOf((db) => void countLibrary(db, request));
    expect(plan[0]).toMatch(/sequence>\?|VIRTUAL TABLE INDEX \d+:M\d+><|LIST SUBQUERY/);
    expect(readsAll(plan)).toEqual([]);
    expect(sortsAll(plan)).toEqual([]);
  },
);
