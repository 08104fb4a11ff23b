// The prompt library: kept over a restart, found by its words, every wording kept, and clips that say what they came of.
import { expect, it } from 'vitest';
import { demoDraft } from '../testing/start-engine.ts';
import { useStudio } from '../testing/use-studio.ts';

const studio = useStudio();

const umbrella = {
  title: 'Umbrella, 道頓堀',
  text: 'A woman in {city}',
  variables: { city: ['大阪'] },
};
const titles = async (question: { search?: string; tag?: string; kind?: 'snippet' }) =>
  (await studio.engine.call('savedPrompts.list', question)).items.map(({ title }) => title);

it('is found by title, words and tags, in any script, and by tag', async () => {
  await studio.engine.call('savedPrompts.add', { ...umbrella, tags: ['rain', ' rain ', 'night'] });
  await studio.engine.call('savedPrompts.add', {
    title: 'Kiln',
    text: 'Clay on a wheel',
    tags: ['rain'],
  });
  await studio.engine.call('savedPrompts.add', {
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
  expect((await studio.engine.call('savedPrompts.list', {})).tags).toEqual([
    { name: 'rain', count: 2 },
    { name: 'night', count: 1 },
  ]);
});

it('keeps each wording that was replaced, and no version for a new title', async () => {
  const { id } = await studio.engine.call('savedPrompts.add', umbrella);
  await studio.engine.call('savedPrompts.change', { id, title: 'Umbrella', isFavourite: true });
  await studio.engine.call('savedPrompts.change', { id, text: 'A man in {city}' });
  const changed = await studio.engine.call('savedPrompts.change', {
    id,
    variables: { city: ['Seoul'] },
  });
  expect(changed).toMatchObject({ title: 'Umbrella', text: 'A man in {city}', isFavourite: true });
  expect(changed.versions.map(({ text, variables }) => [text, variables['city']])).toEqual([
    ['A man in {city}', ['大阪']],
    ['A woman in {city}', ['大阪']],
  ]);
  expect(await titles({ search: 'woman' })).toEqual([]);
});

it('tells which clips came of it', async () => {
  const { id } = await studio.engine.call('savedPrompts.add', umbrella);
  const { items } = await studio.engine.call('generations.create', {
    ...demoDraft,
    prompt: umbrella.text,
    variables: { city: ['大阪', 'Seoul'] },
    savedPromptId: id,
  });
  for (const clip of items) await studio.engine.ended(clip.id);
  const first = await studio.engine.call('savedPrompts.get', { id });
  expect(first).toMatchObject({ clipCount: 2, clipsOfWording: 2, versions: [] });
  expect(first.newestOutput).not.toBeNull();
  await studio.engine.call('savedPrompts.change', { id, text: 'Nobody in {city}' });
  const second = await studio.engine.call('savedPrompts.get', { id });
  expect(second).toMatchObject({ clipCount: 2, clipsOfWording: 0, versions: [{ clipCount: 2 }] });
  const clips = await studio.engine.call('savedPrompts.clips', { id });
  expect(clips.items.map(({ prompt }) => prompt)).toEqual(['A woman in Seoul', 'A woman in 大阪']);
});

it('is there after a restart, and a copy is a prompt of its own', async () => {
  const { id } = await studio.engine.call('savedPrompts.add', umbrella);
  const copy = await studio.engine.call('savedPrompts.duplicate', { id });
  expect(copy.title).toBe('Umbrella, 道頓堀 2');
  await studio.restartEngine();
  expect((await titles({})).toSorted()).toEqual(['Umbrella, 道頓堀', 'Umbrella, 道頓堀 2']);
});

it('goes with every wording, from the index too, and clips stay', async () => {
  const { id } = await studio.engine.call('savedPrompts.add', {
    title: 'Secret',
    text: 'zebracrossing',
  });
  await studio.engine.call('savedPrompts.change', { id, text: 'nothing' });
  const { items } = await studio.engine.call('generations.create', {
    ...demoDraft,
    savedPromptId: id,
  });
  await studio.engine.call('savedPrompts.erase', { id });
  await expect(studio.engine.call('savedPrompts.get', { id })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { db } = studio.engine.engine.context;
  expect(db.get('select count(*) as count from saved_prompt_search')).toEqual({ count: 0 });
  expect((await studio.engine.ended(items[0]?.id ?? '')).status).toBe('ready');
});
