// Collections through the contract and on a real database: order by hand, names, undo, a collection that goes while it is used.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClipChange } from '#shared/contract/organise.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import { type FilledClip, fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;
let ids: FilledClip['id'][];

beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
  ids = fillLibrary(
    { db: engine.engine.context.db, library: engine.library },
    Array.from({ length: 6 }, (_, index) => `clip ${index}`),
  ).map(({ id }) => id);
});
afterEach(() => engine.remove());

const make = async (name: string) => (await engine.call('collections.create', { name })).collection;
const change = async (which: readonly number[], wanted: ClipChange) =>
  (
    await engine.call('clips.change', {
      ids: which.flatMap((index) => ids[index] ?? []),
      change: wanted,
    })
  ).step;
const into = (collectionId: CollectionId) => ({ type: 'collect', collectionId }) as const;
const before = (collectionId: CollectionId, index: number | null) =>
  ({
    type: 'arrange',
    collectionId,
    before: index === null ? null : (ids[index] ?? null),
  }) as const;
const inOrder = async (collectionId: CollectionId) =>
  (await engine.call('library.page', { collectionId, sort: 'manual' })).items.map(({ id }) =>
    ids.indexOf(id),
  );
const names = async () => (await engine.call('collections.list', {})).items.map(({ name }) => name);

describe('clips in a collection', () => {
  it('stand as they were put, come once, and are moved by hand', async () => {
    const { id } = await make('Reel');
    await change([3, 1, 3], into(id));
    await change([1, 5, 0], into(id));
    expect(await inOrder(id)).toEqual([3, 1, 5, 0]);
    await change([0, 5], before(id, 1));
    expect(await inOrder(id)).toEqual([3, 5, 0, 1]);
    await change([3], before(id, null));
    expect(await inOrder(id)).toEqual([5, 0, 1, 3]);
    expect(await change([3], before(id, null))).toBeNull();
    await engine.call('changes.undo', {});
    expect(await inOrder(id)).toEqual([3, 5, 0, 1]);
  });

  it('can be moved between the same two a hundred times', async () => {
    const { id } = await make('Reel');
    await change([0, 1, 2, 3], into(id));
    for (let round = 0; round < 100; round += 1) {
      await change([round % 2 === 0 ? 3 : 2], before(id, 1));
    }
    expect(await inOrder(id)).toEqual([0, 3, 2, 1]);
    for (let round = 0; round < 100; round += 1) await engine.call('changes.undo', {});
    expect(await inOrder(id)).toEqual([0, 1, 2, 3]);
  });

  it('are found by the name of the collection, in any case and script', async () => {
    const one = await make('Rain city');
    const other = await make('雨 🌧');
    await change([0, 1], into(one.id));
    await change([2], into(other.id));
    const found = async (search: string) => (await engine.call('library.count', { search })).total;
    expect(await found('collection:"rain CITY"')).toBe(2);
    expect(await found('collection:"rain city","雨 🌧"')).toBe(3);
    expect(await found('-collection:"rain city"')).toBe(4);
    expect(await found('collection:nothing')).toBe(0);
  });

  it('in the trash are not counted, and keep their places', async () => {
    const { id } = await make('Reel');
    await change([4, 2], into(id));
    await change([4], { type: 'trash' });
    expect((await engine.call('collections.list', {})).items[0]?.count).toBe(1);
    expect(await inOrder(id)).toEqual([2]);
    await change([4], { type: 'restore' });
    expect(await inOrder(id)).toEqual([4, 2]);
  });
});

describe('a collection', () => {
  it('is deleted without its clips, and comes back with them in their order', async () => {
    const { id } = await make('Reel');
    await change([3, 1, 2], into(id));
    const { step } = await engine.call('collections.delete', { id });
    expect(step).toMatchObject({ type: 'delete-collection', count: 3 });
    expect(await names()).toEqual([]);
    expect((await engine.call('library.counts', {})).clips).toBe(6);
    await engine.call('changes.undo', { stepId: step?.stepId ?? null });
    expect(await names()).toEqual(['Reel']);
    expect(await inOrder(id)).toEqual([3, 1, 2]);
  });

  it('that does not exist any more is empty, takes nothing, and says so when it is renamed', async () => {
    const { id } = await make('Reel');
    await engine.call('collections.delete', { id });
    expect(await inOrder(id)).toEqual([]);
    expect((await engine.call('library.count', { collectionId: id })).total).toBe(0);
    expect(await change([0], into(id))).toBeNull();
    await expect(engine.call('collections.rename', { id, name: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('that was filled since does not go when its making is taken back', async () => {
    const { step, collection } = await engine.call('collections.create', { name: 'Reel' });
    await change([0], into(collection.id));
    await engine.call('changes.undo', { stepId: step?.stepId ?? null });
    expect(await names()).toEqual(['Reel']);
  });

  it('may have the name of another, is kept on one line, and never without a name', async () => {
    await make('Reel');
    await make('  Reel\n ');
    expect(await names()).toEqual(['Reel', 'Reel']);
    await expect(make(' \u0000 ')).rejects.toMatchObject({ code: 'invalid-input' });
    const long = await make('x'.repeat(5000));
    expect(long.name).toHaveLength(120);
  });
});

it('keeps searches under a name, and gives back one that was deleted', async () => {
  const saved = await engine.call('searches.save', { name: 'Night', search: 'tag:夜 rain' });
  expect((await engine.call('searches.list', {})).items).toEqual([saved]);
  await engine.call('searches.save', { ...saved, name: 'Nights' });
  expect((await engine.call('searches.list', {})).items).toEqual([{ ...saved, name: 'Nights' }]);
  await engine.call('searches.delete', { id: saved.id });
  expect((await engine.call('searches.list', {})).items).toEqual([]);
  await engine.call('searches.save', saved);
  expect((await engine.call('searches.list', {})).items).toEqual([saved]);
});
