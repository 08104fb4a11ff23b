// The user's own videos and pictures, with real files: taken in once, named when they cannot be, brought back, saved elsewhere.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { GenerationId, TaskId } from '#shared/domain/ids.ts';
import { encodeSampleClip } from '../../gateway/kling-test-server/sample-clip.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let clips: Buffer[];
let outside: string;
let engine: TestEngine;

beforeAll(async () => {
  const order = { seconds: 1, aspect: '16:9' } as const;
  clips = [
    await encodeSampleClip({ number: 1, order: { ...order, seconds: 3 } }),
    await encodeSampleClip({ number: 2, order: { ...order, seconds: 3 } }),
  ];
});
beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'kling5-own-'));
  engine = await startTestEngine({ cloud: null });
});
afterEach(async () => {
  await engine.remove();
  rmSync(outside, { recursive: true, force: true });
});
afterAll(() => (clips = []));

function put(name: string, content: Buffer | string): string {
  const path = join(outside, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const clip = (index: number) => clips[index] ?? Buffer.alloc(0);
async function endOf(taskId: TaskId) {
  await engine.engine.context.tasks.ended(taskId);
  return engine.call('tasks.get', { id: taskId });
}
async function take(...paths: string[]) {
  const grantIds = paths.map((path) => engine.grant(path));
  const { taskId } = await engine.call('ownFiles.take', { grantIds });
  return (await endOf(taskId)).result?.taken;
}
const page = async (search = '') => (await engine.call('library.page', { search })).items;
const incoming = () => readdirSync(join(engine.library, 'incoming'));
function videos(): string[] {
  return readdirSync(join(engine.library, 'videos'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.mp4'));
}
async function takeOne(): Promise<GenerationId> {
  const taken = await take(put('Harbour at dawn.mp4', clip(0)));
  const id = taken?.clips[0];
  if (!id) throw new Error('not taken');
  return id;
}

it('takes a video in with its facts, its name as title, found by its words, and leaves the original', async () => {
  const path = put('Harbour at dawn – 東京.mp4', clip(0));
  expect(await take(path)).toMatchObject({ videos: 1, images: 0, known: 0, refused: [] });
  const [found] = await page('東京 is:imported');
  expect(found).toMatchObject({
    kind: 'imported',
    title: 'Harbour at dawn – 東京',
    prompt: '',
    status: 'ready',
    output: { durationMs: 3000, width: 128, height: 72, fps: 24, isMissing: false },
  });
  expect(videos()).toEqual([expect.stringMatching(/Harbour at dawn – 東京 \[.{6}\]\.mp4$/)]);
  expect(readFileSync(path)).toEqual(clip(0));
  expect(incoming()).toEqual([]);
});

it('keeps the same content once, whatever its name', async () => {
  const taken = await take(put('a.mp4', clip(0)), put('b.mp4', clip(0)), put('c.mp4', clip(1)));
  expect(taken).toMatchObject({ videos: 2, known: 1 });
  expect(await take(put('d.mp4', clip(1)))).toMatchObject({ videos: 0, known: 1, clips: [] });
  expect(videos()).toHaveLength(2);
});

it('names what it cannot take, with the reason, and goes on with the rest', async () => {
  const png = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#08f' } })
    .png()
    .toBuffer();
  mkdirSync(join(outside, 'folder.mp4'));
  const taken = await take(
    put('cut.mp4', clip(0).subarray(0, clip(0).length / 2)),
    put('notes.mp4', 'only a text'),
    put('empty.mp4', ''),
    put('head.mp4', Buffer.from('\0\0\0\x18ftypisom then nothing', 'latin1')),
    put('matroska.webm', Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3])),
    join(outside, 'gone.mp4'),
    join(outside, 'folder.mp4'),
    put('torn.png', png.subarray(0, png.length - 20)),
    put('fine.png', png),
    put('fine.mp4', clip(1)),
  );
  expect(taken).toMatchObject({ videos: 1, images: 1 });
  expect(taken?.refused).toEqual([
    { name: 'cut.mp4', reason: 'damaged' },
    { name: 'notes.mp4', reason: 'unsupported' },
    { name: 'empty.mp4', reason: 'unsupported' },
    { name: 'head.mp4', reason: 'damaged' },
    { name: 'matroska.webm', reason: 'damaged' },
    { name: 'gone.mp4', reason: 'missing' },
    { name: 'folder.mp4', reason: 'no-media' },
    { name: 'torn.png', reason: 'damaged' },
  ]);
  expect(await page()).toHaveLength(1);
  expect(incoming()).toEqual([]);
});

it('takes what is in a folder and below it, in the order of names, and nothing else', async () => {
  put('Shoot/take 10.mp4', clip(0));
  put('Shoot/day 2/take 2.mp4', clip(1));
  put('Shoot/notes.txt', 'not media');
  put('Shoot/.hidden.mp4', clip(1));
  put('Shoot/day 2/broken.mp4', 'only a text');
  symlinkSync(outside, join(outside, 'Shoot', 'round and round'));
  const taken = await take(join(outside, 'Shoot'));
  expect(taken).toMatchObject({ videos: 2, images: 0 });
  expect(taken?.refused).toEqual([{ name: 'broken.mp4', reason: 'unsupported' }]);
  const titles = (await page()).map(({ title }) => title);
  expect(titles).toEqual(['take 10', 'take 2']);
});

it('leaves no half of a video when it is cancelled', async () => {
  await takeOne();
  const room = Buffer.alloc(96 * 1024 * 1024);
  room.writeUInt32BE(room.length, 0);
  room.write('free', 4, 'latin1');
  const grantIds = [engine.grant(put('long.mp4', Buffer.concat([clip(1), room])))];
  const { taskId } = await engine.call('ownFiles.take', { grantIds });
  await engine.until(async () => (await engine.call('tasks.get', { id: taskId })).doneBytes > 0);
  await engine.call('tasks.cancel', { id: taskId });
  expect((await endOf(taskId)).state).toBe('cancelled');
  expect(incoming()).toEqual([]);
  expect(videos()).toHaveLength(1);
  expect(await page()).toHaveLength(1);
});

it('is never sent, and never made again', async () => {
  const id = await takeOne();
  await expect(engine.call('generations.retry', { id })).rejects.toMatchObject({
    code: 'conflict',
  });
});

it('gets one picture, drawn anew, and no second one', async () => {
  const id = await takeOne();
  const outputId = (await engine.call('generations.get', { id })).output?.id;
  if (!outputId) throw new Error('no output');
  const picture = await sharp({
    create: { width: 1280, height: 720, channels: 3, background: '#f80' },
  })
    .jpeg()
    .toBuffer();
  const keep = (bytes: Buffer) =>
    engine.call('clips.keepPoster', { outputId, jpeg: bytes.toString('base64') });
  await expect(keep(Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'asset-unreadable' });
  expect(await keep(picture)).toEqual({ isKept: true });
  expect(await keep(picture)).toEqual({ isKept: false });
  const poster = join(engine.library, 'posters', `${outputId}.jpg`);
  expect((await sharp(poster).metadata()).width).toBe(640);
  expect((await engine.call('generations.get', { id })).output?.hasPoster).toBe(true);
});

async function locate(id: GenerationId, path: string) {
  const { taskId } = await engine.call('clips.locate', { id, grantId: engine.grant(path) });
  return endOf(taskId);
}
const fileOf = () => join(engine.library, 'videos', videos()[0] ?? '');

it('puts a located file back where it was, and refuses another content', async () => {
  const id = await takeOne();
  const file = fileOf();
  rmSync(file);
  const other = put('other.mp4', clip(1));
  expect(await locate(id, other)).toMatchObject({
    state: 'failed',
    error: { code: 'hash-mismatch' },
  });
  const sameSize = put('same-size.mp4', Buffer.alloc(clip(0).length, 7));
  expect((await locate(id, sameSize)).error?.code).toBe('hash-mismatch');
  expect(incoming()).toEqual([]);
  expect(await locate(id, put('found.mp4', clip(0)))).toMatchObject({ state: 'done' });
  expect(readFileSync(file)).toEqual(clip(0));
  const { output, events } = await engine.call('generations.get', { id });
  expect(output?.isMissing).toBe(false);
  expect(events.at(-1)?.type).toBe('located');
  expect((await locate(id, put('again.mp4', clip(0)))).error?.code).toBe('conflict');
});

it('brings a missing file back when the same video is taken in again', async () => {
  await takeOne();
  rmSync(fileOf());
  expect(await take(put('again.mp4', clip(0)))).toMatchObject({ videos: 0, broughtBack: 1 });
  expect(videos()).toHaveLength(1);
});

async function save(ids: GenerationId[], target: string) {
  const grantId = engine.grant(target);
  const { taskId } = await engine.call('clips.saveElsewhere', { ids, grantId });
  return endOf(taskId);
}

it('leaves the library itself out of a folder that holds it, or of its own', async () => {
  await takeOne();
  mkdirSync(join(engine.library, 'posters'), { recursive: true });
  writeFileSync(join(engine.library, 'posters', 'still.mp4'), clip(1));
  for (const folder of [engine.library, join(engine.library, 'posters')]) {
    const taken = await take(folder);
    expect(taken).toMatchObject({ videos: 0, images: 0, known: 0 });
    expect(taken?.refused).toEqual([{ name: basename(folder), reason: 'no-media' }]);
  }
  const link = join(outside, 'around');
  symlinkSync(dirname(engine.library), link);
  expect(await take(link)).toMatchObject({ videos: 0, images: 0, known: 0 });
});

it('saves copies under the chosen name or in a folder, beside what is there and never over it', async () => {
  const id = await takeOne();
  const taken = await take(put('two.mp4', clip(1)));
  const second = taken?.clips[0];
  if (!second) throw new Error('not taken');
  const target = join(outside, 'out', 'reel.mp4');
  put('out/reel.mp4', 'mine');
  expect(await save([id], target)).toMatchObject({
    state: 'done',
    result: { fileName: 'reel (2).mp4', saved: { count: 1, left: [] } },
  });
  expect(readFileSync(target, 'utf8')).toBe('mine');
  expect(readFileSync(join(outside, 'out', 'reel (2).mp4'))).toEqual(clip(0));
  const folder = join(outside, 'folder');
  mkdirSync(folder);
  await save([id, second], folder);
  await save([id], folder);
  expect(readdirSync(folder)).toHaveLength(3);
});

it('saves nothing that is missing or edited, and nothing into the library', async () => {
  const id = await takeOne();
  const name = videos()[0]?.split('/').at(-1);
  writeFileSync(fileOf(), Buffer.alloc(clip(0).length, 1));
  const folder = join(outside, 'folder');
  mkdirSync(folder);
  const changed = await save([id], folder);
  expect(changed.result?.saved).toEqual({
    count: 0,
    bytes: 0,
    left: [{ name, reason: 'changed' }],
  });
  rmSync(fileOf());
  expect((await save([id], folder)).result?.saved?.left).toEqual([{ name, reason: 'missing' }]);
  expect(readdirSync(folder)).toEqual([]);
  expect((await save([id], join(engine.library, 'x.mp4'))).error?.code).toBe('conflict');
});
