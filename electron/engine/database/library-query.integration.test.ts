// Every filter of the search against a small library where it is plain which clips are meant.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, withoutKey } from '#shared/domain/query/facets.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;
const clips = ['rain city', 'rain forest', 'blue sea', 'blue sky at night', '東京の雨'] as const;

beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  const filled = fillLibrary({ db, library: engine.library }, clips);
  const set = (index: number, change: string) =>
    db.run(`update generation set ${change} where sequence = ?`, filled[index]?.sequence ?? 0);
  const shape = (index: number, change: string) =>
    db.run(
      `update output set ${change} where generation_sequence = ?`,
      filled[index]?.sequence ?? 0,
    );
  const at = (month: number, day: number) => new Date(2026, month - 1, day, 12).getTime();
  set(
    0,
    `is_favourite = 1, rating = 5, label = 'red', verdict = 'good', created_at = ${at(5, 31)}`,
  );
  set(
    1,
    `rating = 3, label = 'blue', model_id = 'k3', model_name = 'Kling 3.0', created_at = ${at(6, 1)}`,
  );
  set(
    2,
    `kind = 'extend-video', model_id = 'k3o', model_name = 'Kling 3.0 Omni', notes = 'x', created_at = ${at(6, 30)}`,
  );
  set(3, `kind = 'image-to-video', title = 'Night', verdict = 'poor', created_at = ${at(7, 1)}`);
  set(4, `kind = 'imported', is_in_cloud = 1, created_at = ${at(7, 2)}`);
  shape(0, 'width = 848, height = 480, duration_ms = 5041');
  shape(1, 'width = 720, height = 1280, duration_ms = 10041');
  shape(2, 'width = 960, height = 960, duration_ms = 3000');
  shape(3, 'width = 1920, height = 1080, duration_ms = 5500, is_missing = 1');
  shape(4, 'width = 3840, height = 2160, duration_ms = 8000');
  const tag = (index: number, name: string) =>
    engine.call('clips.change', {
      ids: [filled[index]?.id ?? ''] as never,
      change: { type: 'tag', add: [name] },
    });
  await tag(0, 'Final cut');
  await tag(2, 'Final cut');
  await tag(2, 'draft');
});
afterAll(() => engine.remove());

/** Indexes of the clips that are found. */
async function found(search: string): Promise<number[]> {
  const { items } = await engine.call('library.page', { search });
  const { total } = await engine.call('library.count', { search });
  expect(total).toBe(items.length);
  return items
    .map(({ prompt }) => clips.findIndex((clip) => clip === prompt))
    .sort((one, other) => one - other);
}

test.each([
  ['rain -city', [1]],
  ['-rain', [2, 3, 4]],
  ['-"blue sea"', [0, 1, 3, 4]],
  ['雨', [4]],
  ['model:"Kling 3.0"', [1]],
  ['model:3.0', [1]],
  ['model:omni', [2]],
  ['model:kling', [1, 2]],
  ['model:k3,k3o', [1, 2]],
  ['model:nobody', []],
  ['-model:kling', [0, 3, 4]],
  ['ratio:16:9', [0, 3, 4]],
  ['ratio:9:16,1:1', [1, 2]],
  ['resolution:4k', [4]],
  ['resolution:720p,480p', [0, 1]],
  ['duration:5', [0]],
  ['duration:>5', [1, 3, 4]],
  ['duration:<=5', [0, 2]],
  ['duration:5..8', [0, 3, 4]],
  ['is:favourite', [0]],
  ['is:landscape', [0, 3, 4]],
  ['is:portrait,square', [1, 2]],
  ['is:missing', [3]],
  ['is:good', [0]],
  ['is:poor', [3]],
  ['is:bad', [3]],
  ['is:good,poor', [0, 3]],
  ['is:good,square', [0, 2]],
  ['-is:poor', [0, 1, 2, 4]],
  ['rain is:good', [0]],
  ['is:in-cloud', [4]],
  ['rating:>=4', [0]],
  ['rating:3..5', [0, 1]],
  ['rating:none', [2, 3, 4]],
  ['-rating:>=4', [1, 2, 3, 4]],
  ['label:red', [0]],
  ['label:red,none', [0, 2, 3, 4]],
  ['before:2026-06', [0]],
  ['after:2026-06-30', [2, 3, 4]],
  ['on:2026-06', [1, 2]],
  ['after:2026-06 before:2026-07', [1, 2]],
  ['tag:"final cut"', [0, 2]],
  ['tag:draft,nothing', [2]],
  ['tag:nothing', []],
  ['has:notes', [2]],
  ['-has:tags', [1, 3, 4]],
  ['has:title,rating', [0, 1, 3]],
  ['made-with:image', [3]],
  ['made-with:text rain', [0, 1]],
  ['made-with:video', [2]],
  ['is:imported', [4]],
  ['blue model:omni', [2]],
  ['colour:blue', []],
  [`tag:"x') or 1=1 --"`, []],
] as const)('%s', async (search, expected) => {
  expect(await found(search)).toEqual(expected);
});

test('the trash is looked through when the search says so', async () => {
  expect(await found('is:trashed')).toEqual([]);
  const { items } = await engine.call('library.page', { search: 'forest' });
  const ids = items.map(({ id }) => id);
  await engine.call('clips.change', { ids, change: { type: 'trash' } });
  expect(await found('is:trashed')).toEqual([1]);
  expect(await found('is:trashed model:k3')).toEqual([1]);
  expect(await found('rain')).toEqual([0]);
  await engine.call('changes.undo', {});
});

test('facets count what each choice would leave, and agree with the search', async () => {
  for (const search of [
    '',
    'rain',
    'model:kling',
    'label:red rating:>=4',
    'is:favourite',
    'is:good',
    '-rain',
  ]) {
    const { groups } = await engine.call('library.facets', { search });
    for (const { key, values } of groups) {
      for (const { value, count } of values) {
        const before = withoutKey(search, key);
        const { total } = await engine.call('library.count', {
          search: choose(before, key, value),
        });
        expect(`${search} ${key}:${value} ${total}`).toBe(`${search} ${key}:${value} ${count}`);
      }
    }
  }
  const { groups } = await engine.call('library.facets', { search: 'tag:draft' });
  const tags = groups.find(({ key }) => key === 'tag')?.values;
  expect(tags).toEqual([
    { value: 'Final cut', count: 2 },
    { value: 'draft', count: 1 },
  ]);
});
