// Pages of the library at ten thousand clips: every sort walks through all of them once, and a page costs next to nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SortOrder, sortOrders } from '#shared/contract/sort-orders.ts';
import { indexGeneration } from '../library/search-index.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import { readPage } from './library-reads.ts';
import { countLibrary, readCounts } from './library-sums.ts';

const count = 10_000;
let engine: TestEngine;

beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  db.transaction(() => {
    for (let sequence = 1; sequence <= count; sequence += 1) {
      const id = `clip${String(sequence).padStart(8, '0')}`;
      const word = sequence % 5 === 0 ? 'lighthouse' : 'forest';
      db.run(
        `insert into generation (sequence, id, idempotency_key, kind, model_id, model_name, model_version, provider,
           region, prompt, parameters, take, take_count, status, is_favourite, created_at, updated_at)
         values (?, ?, ?, 'text-to-video', 'm', 'M', '1', 'p', 'r', ?, '{"duration":5}', 1, 1, ?, ?, ?, ?)`,
        sequence,
        id,
        id,
        `a ${word} at dawn, number ${sequence}`,
        sequence % 50 === 0 ? 'failed' : 'ready',
        sequence % 7 === 0 ? 1 : 0,
        sequence,
        sequence,
      );
      if (sequence % 50 !== 0) {
        db.run(
          `insert into output (generation_sequence, position, id, file_path, mime_type, sha256, size_bytes, width,
             height, duration_ms, fps, saved_at)
           values (?, 0, ?, ?, 'video/mp4', '', ?, 1280, 720, ?, 24, 0)`,
          sequence,
          `out${String(sequence).padStart(8, '0')}`,
          `videos/${sequence}.mp4`,
          (sequence * 7919) % 1000,
          3000 + (sequence % 12) * 1000,
        );
      }
      indexGeneration(db, sequence);
    }
  });
});
afterAll(() => engine.remove());

interface Choice {
  readonly search?: string;
  readonly sort?: SortOrder;
  readonly favouritesOnly?: boolean;
  readonly inTrash?: boolean;
  readonly collectionId?: string;
}

function walk(choice: Choice): number[] {
  const { db } = engine.engine.context;
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = readPage(db, {
      search: '',
      sort: 'newest',
      favouritesOnly: false,
      inTrash: false,
      limit: 200,
      ...choice,
      cursor,
    });
    seen.push(...page.rows.map(({ sequence }) => sequence));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return seen;
}

test.each(sortOrders)('%s: every clip once', (sort) => {
  const seen = walk({ sort });
  expect(seen.length).toBe(count * 0.98);
  expect(new Set(seen).size).toBe(seen.length);
});

test('a search and the favourites are walked the same way', () => {
  for (const sort of sortOrders) {
    expect(walk({ sort, search: 'lightho' }).length).toBe(1800);
    const both = walk({ sort, search: 'dawn forest', favouritesOnly: true });
    expect(new Set(both).size).toBe(both.length);
    expect(both.every((sequence) => sequence % 7 === 0 && sequence % 5 !== 0)).toBe(true);
  }
});

test('a narrow filter is walked along its own index, in every order, each clip once', async () => {
  const { db } = engine.engine.context;
  db.run("update generation set rating = sequence % 6, label = 'red' where sequence % 3 = 0");
  try {
    for (const sort of sortOrders) {
      for (const search of ['rating:>=3', 'label:red', 'model:m', 'is:favourite rating:3..5']) {
        const seen = walk({ sort, search });
        expect(new Set(seen).size).toBe(seen.length);
        const count = await countLibrary(db, { search, favouritesOnly: false, inTrash: false });
        expect(seen.length).toBe(count.total);
        expect(seen.length).toBeGreaterThan(200);
      }
    }
  } finally {
    db.run('update generation set rating = 0, label = null');
  }
});

test('a collection is walked in every order, and by hand as it was put', async () => {
  const { db } = engine.engine.context;
  db.run("insert into collection values (5, 'collection00', 'Reel', 0, 0)");
  db.run(
    `insert into collection_item select 5, sequence, (sequence * 7919) % 10007, 0
     from generation where sequence % 4 = 0`,
  );
  try {
    const inside = { collectionId: 'collection00' };
    const where = { search: '', favouritesOnly: false, inTrash: false, ...inside };
    const { total } = await countLibrary(db, where);
    expect(total).toBeGreaterThan(2000);
    for (const sort of sortOrders) {
      for (const search of ['', 'lightho', 'is:favourite']) {
        const seen = walk({ sort, search, ...inside });
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length).toBe((await countLibrary(db, { ...where, search })).total);
        expect(seen.every((sequence) => sequence % 4 === 0)).toBe(true);
      }
    }
    expect(walk({ search: 'collection:reel' })).toHaveLength(total);
    expect(walk({ collectionId: 'collectionxx' })).toEqual([]);
    const places = walk({ sort: 'manual', ...inside }).map((sequence) => (sequence * 7919) % 10007);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  } finally {
    db.run('delete from collection');
  }
});

test('orders are what they are called', () => {
  const { db } = engine.engine.context;
  db.run("update generation set title = 'Zebra' where sequence = 7");
  const titles = walk({ sort: 'title' });
  expect(titles.at(-1)).toBe(7);
  const rows = new Map(
    db
      .all<{ s: number; d: number; b: number }>(
        'select generation_sequence s, duration_ms d, size_bytes b from output',
      )
      .map((row) => [row.s, row]),
  );
  const shortest = walk({ sort: 'shortest' }).map((sequence) => rows.get(sequence)?.d ?? 0);
  expect(shortest).toEqual(shortest.toSorted((one, other) => one - other));
  const smallest = walk({ sort: 'smallest' }).map((sequence) => rows.get(sequence)?.b ?? 0);
  expect(smallest).toEqual(smallest.toSorted((one, other) => one - other));
  db.run('update generation set updated_at = 99999 where sequence = 11');
  expect(walk({ sort: 'changed' })[0]).toBe(11);
});

test('clips are put in order by model, by shape, and by the first of their tags', () => {
  const { db } = engine.engine.context;
  const tagged = [
    [21, 'Beta'],
    [22, 'beta'],
    [22, 'alpha'],
    [23, 'Zulu'],
  ] as const;
  db.transaction(() => {
    db.run("update generation set model_name = 'Alpha 1' where sequence = 31");
    db.run("update generation set model_name = 'zeta 9' where sequence = 32");
    db.run('update output set width = 720, height = 1280 where generation_sequence = 33');
    db.run('update output set width = 2100, height = 900 where generation_sequence = 34');
    for (const [sequence, name] of tagged) {
      db.run('insert into tag (name, created_at) values (?, 0) on conflict do nothing', name);
      db.run('insert into generation_tag select ?, id from tag where name = ?', sequence, name);
    }
    for (const sequence of [21, 22, 23]) indexGeneration(db, sequence);
  });
  expect(walk({ sort: 'model' })[0]).toBe(31);
  expect(walk({ sort: 'model-reverse' })[0]).toBe(32);
  expect(walk({ sort: 'tallest' })[0]).toBe(33);
  expect(walk({ sort: 'widest' })[0]).toBe(34);
  expect(walk({ sort: 'tags' }).slice(0, 3)).toEqual([22, 21, 23]);
  expect(walk({ sort: 'tags-reverse' }).slice(0, 3)).toEqual([23, 21, 22]);
  expect(walk({ sort: 'tags', search: 'tag:beta' })).toEqual([22, 21]);
});

test('the count agrees with the walk', async () => {
  expect((await engine.call('library.count', { search: 'lighthouse' })).total).toBe(1800);
  expect((await engine.call('library.counts', {})).clips).toBe(walk({}).length);
});

test('a page is read in well under a millisecond', () => {
  const { db } = engine.engine.context;
  const request = { search: '', favouritesOnly: false, inTrash: false, cursor: null, limit: 60 };
  const times = Array.from({ length: 200 }, () => {
    const startedAt = performance.now();
    readPage(db, { ...request, sort: 'newest' });
    return performance.now() - startedAt;
  });
  // of those that nothing else on the machine has interrupted
  expect(times.sort((one, other) => one - other)[20]).toBeLessThan(1);
});

test('the trash is walked in every order, each clip once, and counted', async () => {
  const { db } = engine.engine.context;
  const some = 'sequence % 97 = 0';
  const expected = db
    .all<{ sequence: number }>(`select sequence from generation where ${some} and status = 'ready'`)
    .map(({ sequence }) => sequence);
  db.run(`update generation set trashed_at = 1 where ${some}`);
  try {
    for (const sort of sortOrders) {
      const seen = walk({ sort, inTrash: true });
      expect(seen.toSorted((one, other) => one - other)).toEqual(expected);
      const others = walk({ sort });
      expect(others).toHaveLength(9_800 - expected.length);
      expect(others.filter((sequence) => expected.includes(sequence))).toEqual([]);
    }
    const inTrash = { search: '', favouritesOnly: false, inTrash: true };
    expect((await countLibrary(db, inTrash)).total).toBe(expected.length);
    expect(await readCounts(db)).toMatchObject({
      clips: 9_800 - expected.length,
      trash: expected.length,
    });
  } finally {
    db.run('update generation set trashed_at = null');
  }
});

test('a file that clips share is counted once among the bytes', async () => {
  const { db } = engine.engine.context;
  const before = (await readCounts(db)).totalBytes;
  const [one, other] = db.all<{ id: string; file_path: string; size_bytes: number }>(
    'select id, file_path, size_bytes from output order by id limit 2',
  );
  if (!one || !other) throw new Error('There are no clips');
  db.run('update output set file_path = ? where id = ?', one.file_path, other.id);
  try {
    const kept = Math.max(one.size_bytes, other.size_bytes);
    expect((await readCounts(db)).totalBytes).toBe(
      before - one.size_bytes - other.size_bytes + kept,
    );
  } finally {
    db.run('update output set file_path = ? where id = ?', other.file_path, other.id);
  }
});
