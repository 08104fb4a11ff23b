// How SQLite goes about the questions of the library: along an index, and never by sorting all of it. What a clock would only show at
// 100,000 clips the plan shows with ten.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sortOrders } from '#shared/contract/sort-orders.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import type { Database, SqlValue } from './database.ts';
import { readOrder } from './library-order.ts';
import { compileQuery } from './library-query.ts';
import { pageQuery, readCounts, readPage } from './library-reads.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  const words = Array.from({ length: 10 }, (_, index) => `rain over the sea ${index}`);
  fillLibrary({ db: engine.engine.context.db, library: engine.library }, words, {
    hasFiles: false,
  });
});
afterAll(() => engine.remove());

/** What was asked last while `question` ran, as SQLite would do it. */
function planOf(question: (db: Database) => unknown): string[] {
  const { db } = engine.engine.context;
  let asked: { readonly sql: string; readonly values: readonly SqlValue[] } | null = null;
  const recording: Database = {
    ...db,
    all: (sql, ...values) => {
      asked = { sql, values };
      return db.all(sql, ...values);
    },
    get: (sql, ...values) => {
      asked = { sql, values };
      return db.get(sql, ...values);
    },
  };
  question(recording);
  const { sql, values } = asked ?? { sql: 'select 1', values: [] };
  return db
    .all<{ readonly detail: string }>(`explain query plan ${sql}`, ...values)
    .map(({ detail }) => detail);
}

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

test('the clips in the sidebar are counted from indexes', () => {
  const plan = readsAll(planOf(readCounts));
  expect(plan.filter((line) => /generation|output/.test(line))).toEqual([]);
  expect(sortsAll(planOf(readCounts))).toEqual([]);
});
