// Each change of clips, its undo and its redo, through the contract and on a real database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClipChange } from '#shared/contract/organise.ts';
import { type FilledClip, fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;
let clips: FilledClip[];
let ids: FilledClip['id'][];

beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
  clips = fillLibrary({ db: engine.engine.context.db, library: engine.library }, [
    'a lighthouse at dawn',
    'neon city in the rain',
    '東京の夜景',
  ]);
  ids = clips.map(({ id }) => id);
});
afterEach(() => engine.remove());

const change = async (wanted: ClipChange, which: readonly FilledClip['id'][] = ids) =>
  (await engine.call('clips.change', { ids: [...which], change: wanted })).step;
const undo = async (stepId: number | null = null) =>
  (await engine.call('changes.undo', { stepId })).step;
const redo = async () => (await engine.call('changes.redo', {})).step;
const detail = async (index: number) => {
  const id = ids[index];
  if (id === undefined) throw new Error('no such clip');
  return engine.call('generations.get', { id });
};
const found = async (search: string, inTrash = false) =>
  (await engine.call('library.page', { search, inTrash })).items.map(({ id }) => ids.indexOf(id));
const all = async () => Promise.all(ids.map((_, index) => detail(index)));

const changes: readonly {
  readonly wanted: ClipChange;
  readonly read: 'isFavourite' | 'rating' | 'label' | 'title' | 'notes' | 'tags';
  readonly before: unknown;
  readonly after: unknown;
}[] = [
  {
    wanted: { type: 'favourite', isFavourite: true },
    read: 'isFavourite',
    before: false,
    after: true,
  },
  { wanted: { type: 'rate', rating: 4 }, read: 'rating', before: 0, after: 4 },
  { wanted: { type: 'label', label: 'purple' }, read: 'label', before: null, after: 'purple' },
  {
    wanted: { type: 'title', title: 'Über 東京 🌧' },
    read: 'title',
    before: '',
    after: 'Über 東京 🌧',
  },
  {
    wanted: { type: 'notes', notes: 'two\nlines' },
    read: 'notes',
    before: '',
    after: 'two\nlines',
  },
  {
    wanted: { type: 'tag', add: ['rain', 'Client A'], remove: [] },
    read: 'tags',
    before: [],
    after: ['Client A', 'rain'],
  },
];

describe.each(changes)('$wanted.type', ({ wanted, read, before, after }) => {
  it('is done for all, taken back and done again', async () => {
    expect(await change(wanted)).toMatchObject({ type: wanted.type, count: 3 });
    expect((await all()).map((clip) => clip[read])).toEqual([after, after, after]);
    expect(await undo()).toMatchObject({ type: wanted.type, count: 3 });
    expect((await all()).map((clip) => clip[read])).toEqual([before, before, before]);
    expect(await redo()).toMatchObject({ type: wanted.type, count: 3 });
    expect((await all()).map((clip) => clip[read])).toEqual([after, after, after]);
  });

  it('is no step when it is so already', async () => {
    await change(wanted);
    expect(await change(wanted)).toBeNull();
  });

  it('touches only the clips that are named', async () => {
    const step = await change(wanted, ids.slice(0, 1));
    expect(step?.count).toBe(1);
    expect((await all()).map((clip) => clip[read])).toEqual([after, before, before]);
  });
});

describe('the trash', () => {
  it('takes clips out of the library, the counts and the search, and keeps their files', async () => {
    await change({ type: 'trash' }, ids.slice(1, 2));
    expect(await found('')).toEqual([2, 0]);
    expect(await found('neon')).toEqual([]);
    expect(await found('', true)).toEqual([1]);
    expect(await found('neon', true)).toEqual([1]);
    expect(await engine.call('library.counts', {})).toMatchObject({ clips: 2, trash: 1 });
    expect(await engine.call('library.count', {})).toMatchObject({ total: 2 });
    expect(await engine.call('library.count', { inTrash: true })).toMatchObject({ total: 1 });
    expect(existsSync(join(engine.library, clips[1]?.file ?? ''))).toBe(true);
  });

  it('gives them back, by restore and by undo', async () => {
    await change({ type: 'trash' });
    expect(await change({ type: 'restore' }, ids.slice(0, 1))).toMatchObject({ count: 1 });
    expect(await found('')).toEqual([0]);
    await undo();
    expect(await found('')).toEqual([]);
    await undo();
    expect(await found('')).toEqual([2, 1, 0]);
    await redo();
    expect(await found('', true)).toEqual([2, 1, 0]);
  });

  it('takes no clip twice and none that is not finished', async () => {
    engine.engine.context.db.run(`update generation set status = 'failed' where sequence = 1`);
    expect(await change({ type: 'trash' })).toMatchObject({ count: 2 });
    expect(await change({ type: 'trash' })).toBeNull();
  });
});

describe('words', () => {
  it('are found at once, and not any more when they are taken back', async () => {
    await change({ type: 'title', title: 'storm' }, ids.slice(0, 1));
    await change({ type: 'notes', notes: 'storm warning' }, ids.slice(1, 2));
    await change({ type: 'tag', add: ['Storms'], remove: [] }, ids.slice(2));
    expect(await found('storm')).toEqual([2, 1, 0]);
    await undo();
    await undo();
    expect(await found('storm')).toEqual([0]);
    await redo();
    expect(await found('storm')).toEqual([1, 0]);
  });
});

describe('tags', () => {
  it('are one whatever the case, written as first, and gone with their last clip', async () => {
    await change({ type: 'tag', add: ['Rain'], remove: [] }, ids.slice(0, 1));
    await change({ type: 'tag', add: ['  rain\n'], remove: [] }, ids.slice(1, 2));
    const items = async () => (await engine.call('tags.list', {})).items;
    expect(await items()).toEqual([{ name: 'Rain', count: 2 }]);
    await change({ type: 'tag', add: ['night'], remove: ['RAIN'] });
    expect(await items()).toEqual([{ name: 'night', count: 3 }]);
    await undo();
    expect(await items()).toEqual([{ name: 'Rain', count: 2 }]);
  });

  it('of some clips are counted, each clip once', async () => {
    await change({ type: 'tag', add: ['rain'], remove: [] });
    await change({ type: 'tag', add: ['night'], remove: [] }, ids.slice(1));
    const few = [...ids.slice(0, 2), ...ids.slice(0, 1)];
    expect((await engine.call('tags.ofClips', { ids: few })).items).toEqual([
      { name: 'rain', count: 2 },
      { name: 'night', count: 1 },
    ]);
  });

  it('stay one when a spelling comes back by undo', async () => {
    await change({ type: 'tag', add: ['Rain'], remove: [] }, ids.slice(0, 1));
    const removal = await change({ type: 'tag', add: [], remove: ['Rain'] });
    await change({ type: 'tag', add: ['rain'], remove: [] }, ids.slice(1, 2));
    await undo(removal?.stepId);
    expect((await engine.call('tags.list', {})).items).toEqual([{ name: 'rain', count: 2 }]);
  });
});

describe('undo', () => {
  it('leaves what was changed again since', async () => {
    const first = await change({ type: 'rate', rating: 2 });
    await change({ type: 'rate', rating: 5 }, ids.slice(0, 1));
    expect(await undo(first?.stepId)).toMatchObject({ count: 2 });
    expect((await all()).map(({ rating }) => rating)).toEqual([5, 0, 0]);
  });

  it('has nothing to do at first, after an unknown step, and after a new change', async () => {
    expect(await undo()).toBeNull();
    expect(await undo(999)).toBeNull();
    await change({ type: 'rate', rating: 2 });
    await undo();
    await change({ type: 'rate', rating: 3 });
    expect(await redo()).toBeNull();
  });

  it('takes notes back as a whole, however often they were saved while they were typed', async () => {
    const [first, second] = [ids.slice(0, 1), ids.slice(1, 2)];
    const step = await change({ type: 'notes', notes: 'before' }, second);
    const note = async (notes: string) => change({ type: 'notes', notes }, first);
    const saves = [
      await note('use'),
      await note('use the last'),
      await note('use the last second'),
    ];
    expect(new Set(saves.map((save) => save?.stepId)).size).toBe(1);
    await undo();
    expect((await all()).map(({ notes }) => notes).slice(0, 2)).toEqual(['', 'before']);
    await redo();
    expect(await detail(0)).toMatchObject({ notes: 'use the last second' });
    await undo(step?.stepId);
    expect(await detail(1)).toMatchObject({ notes: '' });
  });

  it('covers what the viewer changes', async () => {
    const [id] = ids;
    if (id === undefined) throw new Error('no such clip');
    await engine.call('generations.update', { id, title: 'Dawn', isFavourite: true });
    await undo();
    await undo();
    expect(await detail(0)).toMatchObject({ title: '', isFavourite: false });
  });
});

it('passes over clips that are not here', async () => {
  const gone = 'gone00000000' as FilledClip['id'];
  expect(await change({ type: 'rate', rating: 1 }, [gone])).toBeNull();
  expect(await change({ type: 'rate', rating: 1 }, [gone, ...ids])).toMatchObject({ count: 3 });
});

it.each([
  { type: 'rate', rating: 6 },
  { type: 'rate', rating: 2.5 },
  { type: 'label', label: 'pink' },
  { type: 'title', title: 'x'.repeat(201) },
  { type: 'erase' },
] as unknown as ClipChange[])('refuses %o', async (wanted) => {
  await expect(change(wanted)).rejects.toMatchObject({ code: 'invalid-input' });
});

// how fast is for `npm run bench`: a test that looks at the clock fails on a busy machine
it('changes ten thousand clips as one step, and takes it back as one', async () => {
  const { db } = engine.engine.context;
  const many = fillLibrary(
    { db, library: engine.library },
    Array.from({ length: 10_000 }, (_, index) => `a forest at dusk, number ${index}`),
    { hasFiles: false },
  ).map(({ id }) => id);
  for (const wanted of [
    { type: 'tag', add: ['forest walk'], remove: [] },
    { type: 'favourite', isFavourite: true },
    { type: 'trash' },
  ] satisfies ClipChange[]) {
    expect(await change(wanted, many)).toMatchObject({ count: 10_000 });
    expect(await undo()).toMatchObject({ count: 10_000 });
  }
});
