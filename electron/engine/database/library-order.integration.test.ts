// The order of the library agrees with its pages, and rows, takes and sums are those of the clips that were asked for.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sortOrders } from '#shared/contract/sort-orders.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;
let ids: GenerationId[];

beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  const words = Array.from({ length: 30 }, (_, index) =>
    index % 3 === 0 ? 'rain' : `sea ${index % 4}`,
  );
  const filled = fillLibrary({ db, library: engine.library }, words);
  ids = filled.map(({ id }) => id);
  for (const [index, { sequence }] of filled.entries()) {
    db.run(
      'update generation set rating = ?, created_at = ? where sequence = ?',
      index % 4,
      new Date(2026, 0, 1 + Math.floor(index / 7), 12).getTime(),
      sequence,
    );
  }
});
afterAll(() => engine.remove());

test.each(sortOrders)(
  '%s: the order is that of the pages, in one answer or in many',
  async (sort) => {
    for (const search of ['', 'rain', 'rating:>=2']) {
      const { items } = await engine.call('library.page', { search, sort, limit: 200 });
      const whole = await engine.call('library.order', { search, sort });
      expect(whole.ids).toEqual(items.map(({ id }) => id));
      expect(whole.days.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
      const parts: GenerationId[] = [];
      let cursor: string | null = null;
      do {
        const part: typeof whole = await engine.call('library.order', {
          search,
          sort,
          cursor,
          limit: 7,
        });
        parts.push(...part.ids);
        cursor = part.nextCursor;
      } while (cursor !== null);
      expect(parts).toEqual(whole.ids);
    }
  },
);

test('days follow the order', async () => {
  const { days } = await engine.call('library.order', { sort: 'oldest' });
  expect(days.map(({ day, count }) => `${day} ${count}`)).toEqual([
    '2026-01-01 7',
    '2026-01-02 7',
    '2026-01-03 7',
    '2026-01-04 7',
    '2026-01-05 2',
  ]);
});

test('rows come in the order that was asked for, without what is not here', async () => {
  const asked = [ids[5], 'nobody0000000000000', ids[2], ids[29]] as GenerationId[];
  const { items } = await engine.call('library.rows', { ids: asked });
  expect(items.map(({ id }) => id)).toEqual([ids[5], ids[2], ids[29]]);
});

test('a selection adds up, and what its clips share is told', async () => {
  const chosen = [ids[1], ids[5], ids[9]] as GenerationId[]; // rating 1 each
  const { items } = await engine.call('library.rows', { ids: chosen });
  const sum = (field: 'durationMs' | 'sizeBytes') =>
    items.reduce((total, { output }) => total + (output?.[field] ?? 0), 0);
  expect(await engine.call('clips.sums', { ids: chosen })).toEqual({
    durationMs: sum('durationMs'),
    bytes: sum('sizeBytes'),
    areFavourites: false,
    rating: 1,
    label: null,
    areUnfinished: false,
  });
  await engine.call('clips.change', {
    ids: [chosen[0]] as GenerationId[],
    change: { type: 'label', label: 'red' },
  });
  await engine.call('clips.change', {
    ids: chosen,
    change: { type: 'favourite', isFavourite: true },
  });
  const after = await engine.call('clips.sums', { ids: [...chosen, ids[0]] as GenerationId[] });
  expect(after).not.toHaveProperty('label');
  expect(after).toMatchObject({ rating: null, areFavourites: false });
  expect((await engine.call('clips.sums', { ids: chosen })).areFavourites).toBe(true);
  await engine.call('changes.undo', {});
  await engine.call('changes.undo', {});
});

test('takes of one press of Generate are found, and no others', async () => {
  const { db } = engine.engine.context;
  const group = ids.slice(10, 13);
  for (const [index, id] of group.entries()) {
    db.run(
      "update generation set take = ?, take_count = 3, prompt = 'together' where id = ?",
      index + 1,
      id,
    );
  }
  for (const id of group) {
    const { items } = await engine.call('clips.takes', { id });
    expect(items.map((clip) => clip.id)).toEqual(group);
  }
  expect((await engine.call('clips.takes', { id: ids[0] as GenerationId })).items).toEqual([]);
  db.run("update generation set status = 'failed' where id = ?", group[1] ?? '');
  const { items } = await engine.call('clips.takes', { id: group[0] as GenerationId });
  expect(items.map(({ take }) => take)).toEqual([1, 3]);
});
