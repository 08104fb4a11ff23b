// Reference images in order: found by name, replaced for new clips, cropped into new ones, erased where nothing needs them.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import type { Asset } from '#shared/contract/generation.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { demoDraft } from '../testing/start-engine.ts';
import { useStudio } from '../testing/use-studio.ts';

const studio = useStudio();

async function add(name: string, background: string, size = { width: 800, height: 600 }) {
  const file = join(studio.folder, name);
  const left = sharp({ create: { ...size, channels: 3, background } });
  writeFileSync(file, await left.toFormat(name.endsWith('png') ? 'png' : 'jpeg').toBuffer());
  return studio.engine.call('assets.import', { grantId: studio.engine.grant(file) });
}
const names = async (question: { search?: string; unusedOnly?: boolean } = {}) =>
  (await studio.engine.call('assets.find', question)).items.map(({ originalName }) => originalName);
async function use({ id }: Asset): Promise<string> {
  const { items } = await studio.engine.call('generations.create', {
    ...demoDraft,
    kind: 'image-to-video',
    images: [{ role: 'first-frame', assetId: id }],
  });
  return (await studio.engine.ended(items[0]?.id ?? '')).id;
}
const filesIn = (name: string) =>
  existsSync(join(studio.engine.library, name))
    ? readdirSync(join(studio.engine.library, name), {
        recursive: true,
        withFileTypes: true,
      }).filter((entry) => entry.isFile()).length
    : 0;

it('is found by any words of its name, and by not being used', async () => {
  const boat = await add('Red boat at sea.png', '#f00');
  await add('Blue boat.png', '#00f');
  expect(await names()).toEqual(['Blue boat.png', 'Red boat at sea.png']);
  expect(await names({ search: 'sea BOAT' })).toEqual(['Red boat at sea.png']);
  expect(await names({ search: '%' })).toEqual([]);
  const clip = await use(boat);
  expect(await names({ unusedOnly: true })).toEqual(['Blue boat.png']);
  const uses = await studio.engine.call('assets.uses', { id: boat.id });
  expect(uses).toMatchObject({ total: 1, items: [{ id: clip }] });
});

it('is read page by page: each once, what was replaced at the end', async () => {
  const images: Asset[] = [];
  for (let index = 0; index < 7; index += 1) {
    images.push(await add(`${index}.png`, `#00${index}`, { width: 8, height: 8 }));
  }
  const [, second, , , , , last] = images;
  if (!second || !last) throw new Error('no images');
  await studio.engine.call('assets.replace', { id: last.id, by: second.id });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: CallOutput<EngineContract, 'assets.find'> = await studio.engine.call(
      'assets.find',
      {
        limit: 2,
        cursor,
      },
    );
    expect(page.total).toBe(7);
    seen.push(...page.items.map(({ originalName }) => originalName));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(['5.png', '4.png', '3.png', '2.png', '1.png', '0.png', '6.png']);
  await expect(studio.engine.call('assets.find', { cursor: 'x' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

it('another one stands for it in new clips, while clips keep theirs', async () => {
  const [old, middle, last] = [
    await add('a.png', '#111'),
    await add('b.png', '#222'),
    await add('c.png', '#333'),
  ];
  const clip = await use(old);
  await studio.engine.call('assets.replace', { id: old.id, by: middle.id });
  await studio.engine.call('assets.replace', { id: middle.id, by: last.id });
  const current = async (id: Asset['id']) =>
    (await studio.engine.call('assets.current', { ids: [id] })).items.map(
      (item) => item.current.originalName,
    );
  expect(await current(old.id)).toEqual(['c.png']);
  expect((await studio.engine.call('generations.get', { id: clip })).images).toEqual([
    { role: 'first-frame', assetId: old.id },
  ]);
  expect(await names()).toEqual(['c.png', 'b.png', 'a.png']);
  await expect(
    studio.engine.call('assets.replace', { id: last.id, by: old.id }),
  ).rejects.toMatchObject({
    code: 'conflict',
  });
  const taken = await studio.engine.call('assets.replace', { id: old.id, by: null });
  expect(taken.replacedBy).toBeNull();
  expect(await current(old.id)).toEqual(['a.png']);
});

it('videos: the user’s own, and those that clips go on from', async () => {
  const { db } = studio.engine.engine.context;
  const [own, source, other, next] = fillLibrary({ db, library: studio.engine.library }, [
    'my harbour',
    'a ferry',
    'not a reference',
    'the ferry goes on',
  ]);
  if (!own || !source || !other || !next) throw new Error('no clips');
  db.run(`update output set sha256 = 'content ' || generation_sequence`);
  db.run(`update generation set kind = 'imported' where id = ?`, own.id);
  const content = `content ${source.sequence}`;
  db.run('update generation set source_sha256 = ? where id = ?', content, next.id);
  const seen = async (question: { search?: string; unusedOnly?: boolean; limit?: number } = {}) =>
    (await studio.engine.call('assets.videos', question)).items.map(({ clip, usedBy }) => [
      clip.prompt,
      usedBy,
    ]);
  expect(await seen()).toEqual([
    ['a ferry', 1],
    ['my harbour', 0],
  ]);
  expect(await seen({ search: 'HARB' })).toEqual([['my harbour', 0]]);
  expect(await seen({ unusedOnly: true })).toEqual([['my harbour', 0]]);
  const first = await studio.engine.call('assets.videos', { limit: 1 });
  expect(first.total).toBe(2);
  const rest = await studio.engine.call('assets.videos', { limit: 1, cursor: first.nextCursor });
  expect(rest).toMatchObject({ nextCursor: null, items: [{ clip: { id: own.id } }] });
});

describe('a part of it', () => {
  it.each(['png', 'jpg'])('is an image of its own: %s', async (kind) => {
    const image = await add(`wide.${kind}`, '#0f0');
    const part = await studio.engine.call('assets.crop', {
      id: image.id,
      left: 100,
      top: 0,
      width: 450,
      height: 600,
    });
    expect(part).toMatchObject({
      width: 450,
      height: 600,
      mimeType: image.mimeType,
      originalName: `wide cropped.${kind}`,
    });
    expect(part.id).not.toBe(image.id);
    const again = await studio.engine.call('assets.crop', {
      id: image.id,
      left: 100,
      top: 0,
      width: 450,
      height: 600,
    });
    expect(again.id).toBe(part.id);
  });

  it('has to be within the image', async () => {
    const image = await add('wide.png', '#0f0');
    await expect(
      studio.engine.call('assets.crop', {
        id: image.id,
        left: 700,
        top: 0,
        width: 101,
        height: 600,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await names()).toEqual(['wide.png']);
  });
});

describe('erasing', () => {
  it('takes what nothing needs, with its file, and brings the draft into no trouble', async () => {
    const [one, two] = [await add('one.png', '#123'), await add('two.png', '#456')];
    await studio.engine.call('assets.replace', { id: one.id, by: two.id });
    expect(await studio.engine.call('assets.erase', { ids: [two.id] })).toEqual({
      count: 1,
      bytes: two.sizeBytes,
    });
    expect(await names()).toEqual(['one.png']);
    expect(filesIn('assets')).toBe(1);
    expect(filesIn('incoming')).toBe(0);
    const [left] = (await studio.engine.call('assets.find', {})).items;
    expect(left?.replacedBy).toBeNull();
  });

  it('leaves all of them when one is needed by a clip or by the draft', async () => {
    const [used, free] = [await add('used.png', '#123'), await add('free.png', '#456')];
    await use(used);
    await expect(
      studio.engine.call('assets.erase', { ids: [free.id, used.id] }),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { usedBy: 1 },
    });
    const { kind, modelId, prompt, parameters } = demoDraft;
    const draft = { kind, modelId, prompt, parameters: parameters ?? {}, takes: 1 };
    const images = [{ role: 'first-frame' as const, assetId: free.id }];
    await studio.engine.call('drafts.set', { draft: { ...draft, images } });
    await expect(studio.engine.call('assets.erase', { ids: [free.id] })).rejects.toMatchObject({
      details: { inDraft: true },
    });
    expect(filesIn('assets')).toBe(2);
  });

  it('an image comes back when it is brought again', async () => {
    const image = await add('one.png', '#123');
    await studio.engine.call('assets.erase', { ids: [image.id] });
    expect((await add('one.png', '#123')).sha256).toBe(image.sha256);
    expect(await names()).toEqual(['one.png']);
  });
});
