// The prompt library: kept over a restart, found by its words, every wording kept, and clips that say what they came of.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';

let gateway: TestGateway;
let engine: TestEngine;
beforeEach(async () => {
  gateway = await startTestGateway();
  engine = await startTestEngine({ cloud: gateway });
  await prepareToCreate(engine);
});
afterEach(async () => {
  await engine.remove();
  await gateway.close();
});

const umbrella = {
  title: 'Umbrella, 道頓堀',
  text: 'A woman in {city}',
  variables: { city: ['大阪'] },
};
const titles = async (question: { search?: string; tag?: string; kind?: 'snippet' }) =>
  (await engine.call('savedPrompts.list', question)).items.map(({ title }) => title);

it('is found by title, words and tags, in any script, and by tag', async () => {
  await engine.call('savedPrompts.add', { ...umbrella, tags: ['rain', ' rain ', 'night'] });
  await engine.call('savedPrompts.add', { title: 'Kiln', text: 'Clay on a wheel', tags: ['rain'] });
  await engine.call('savedPrompts.add', {
    kind: 'snippet',
    title: 'Film look',
    text: '35 mm, grain',
  });
  expect(await titles({ search: '道頓' })).toEqual(['Umbrella, 道頓堀']);
  expect(await titles({ search: 'woman' })).toEqual(['Umbrella, 道頓堀']);
  expect(await titles({ search: 'night' })).toEqual(['Umbrella, 道頓堀']);
  expect(await titles({ search: '35' })).toEqual([]);
  expect(await titles({ search: '…' })).toEqual([]);
  expect(await titles({ kind: 'snippet', search: '35' })).toEqual(['Film look']);
  expect(await titles({ tag: 'rain' })).toEqual(['Kiln', 'Umbrella, 道頓堀']);
  expect((await engine.call('savedPrompts.list', {})).tags).toEqual([
    { name: 'rain', count: 2 },
    { name: 'night', count: 1 },
  ]);
});

it('keeps each wording that was replaced, and no version for a new title', async () => {
  const { id } = await engine.call('savedPrompts.add', umbrella);
  await engine.call('savedPrompts.change', { id, title: 'Umbrella', isFavourite: true });
  await engine.call('savedPrompts.change', { id, text: 'A man in {city}' });
  const changed = await engine.call('savedPrompts.change', { id, variables: { city: ['Seoul'] } });
  expect(changed).toMatchObject({ title: 'Umbrella', text: 'A man in {city}', isFavourite: true });
  expect(changed.versions.map(({ text, variables }) => [text, variables['city']])).toEqual([
    ['A man in {city}', ['大阪']],
    ['A woman in {city}', ['大阪']],
  ]);
  expect(await titles({ search: 'woman' })).toEqual([]);
});

it('tells which clips came of it', async () => {
  const { id } = await engine.call('savedPrompts.add', umbrella);
  const { items } = await engine.call('generations.create', {
    ...demoDraft,
    prompt: umbrella.text,
    variables: { city: ['大阪', 'Seoul'] },
    savedPromptId: id,
  });
  for (const clip of items) await engine.ended(clip.id);
  const first = await engine.call('savedPrompts.get', { id });
  expect(first).toMatchObject({ clipCount: 2, clipsOfWording: 2, versions: [] });
  expect(first.newestOutput).not.toBeNull();
  await engine.call('savedPrompts.change', { id, text: 'Nobody in {city}' });
  const second = await engine.call('savedPrompts.get', { id });
  expect(second).toMatchObject({ clipCount: 2, clipsOfWording: 0, versions: [{ clipCount: 2 }] });
  const clips = await engine.call('savedPrompts.clips', { id });
  expect(clips.items.map(({ prompt }) => prompt)).toEqual(['A woman in Seoul', 'A woman in 大阪']);
});

it('is there after a restart, and a copy is a prompt of its own', async () => {
  const { id } = await engine.call('savedPrompts.add', umbrella);
  const copy = await engine.call('savedPrompts.duplicate', { id });
  expect(copy.title).toBe('Umbrella, 道頓堀 2');
  const { folder, library } = engine;
  await engine.close();
  engine = await startTestEngine({ cloud: gateway, folder, library });
  expect((await titles({})).toSorted()).toEqual(['Umbrella, 道頓堀', 'Umbrella, 道頓堀 2']);
});

it('goes with every wording, from the index too, and clips stay', async () => {
  const { id } = await engine.call('savedPrompts.add', { title: 'Secret', text: 'zebracrossing' });
  await engine.call('savedPrompts.change', { id, text: 'nothing' });
  const { items } = await engine.call('generations.create', { ...demoDraft, savedPromptId: id });
  await engine.call('savedPrompts.erase', { id });
  await expect(engine.call('savedPrompts.get', { id })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { db } = engine.engine.context;
  expect(db.get('select count(*) as count from saved_prompt_search')).toEqual({ count: 0 });
  expect((await engine.ended(items[0]?.id ?? '')).status).toBe('ready');
});
