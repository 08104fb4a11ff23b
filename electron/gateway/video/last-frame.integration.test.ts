// A frame behind the video: found again, and the file is still a whole video to every other reader.
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import sharp from 'sharp';
import { renderClip } from '../backends/demo/render-clip.ts';
import { smallRequest } from '../backends/demo/testing/small-request.ts';
import { readLastFrame, withLastFrame } from './last-frame.ts';
import { readVideoFacts } from './video-facts.ts';

const never = new AbortController().signal;
let folder: string;
let path: string;
let first: Awaited<ReturnType<typeof renderClip>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling5-frame-'));
  path = join(folder, 'clip.mp4');
  first = await renderClip(smallRequest('ocean'), () => undefined, never);
  await writeFile(path, first.mp4);
});
afterAll(() => rm(folder, { recursive: true }));

const pixels = async (jpeg: Uint8Array) => sharp(jpeg).resize(40, 22).greyscale().raw().toBuffer();
const distance = (one: Buffer, other: Buffer) =>
  one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;

it('is in every clip that the demo makes, which stays a whole video', async () => {
  expect(await readVideoFacts(path)).toMatchObject({ width: 160, height: 90, fps: 24 });
  const frame = await readLastFrame(path);
  expect(frame && (await sharp(frame).metadata()).width).toBe(160);
});

it('opens the clip that goes on from it', async () => {
  const frame = (await readLastFrame(path)) ?? new Uint8Array();
  const next = await renderClip(
    smallRequest('a calm forest', { firstFrame: frame }),
    () => undefined,
    never,
  );
  const opening = await pixels(next.posterJpeg); // with a first frame the poster shows the beginning
  const last = await pixels(frame);
  expect(distance(opening, last)).toBeLessThan(12);
  const other = await renderClip(smallRequest('a calm forest'), () => undefined, never);
  expect(distance(await pixels(other.posterJpeg), last)).toBeGreaterThan(20);
});

it('is not found where there is none, nor in a file that was cut off', async () => {
  const plain = join(folder, 'plain.mp4');
  const whole = await readFile(path);
  const frame = (await readLastFrame(path)) ?? new Uint8Array();
  await writeFile(plain, whole.subarray(0, whole.length - frame.length - 24));
  expect(await readLastFrame(plain)).toBeNull();
  await writeFile(
    plain,
    withLastFrame(new Uint8Array(await readFile(plain)), Buffer.from('again')),
  );
  expect(Buffer.from((await readLastFrame(plain)) ?? []).toString()).toBe('again');
  await truncate(plain, whole.length - frame.length - 24 + 10);
  expect(await readLastFrame(plain)).toBeNull();
});

it('renders the shots one after the other', async () => {
  const shots = [
    { prompt: 'a lighthouse in a storm', durationMs: 500 },
    { prompt: 'a field of flowers', durationMs: 250 },
  ];
  const clip = await renderClip(
    smallRequest('x', { shots, durationMs: 750 }),
    () => undefined,
    never,
  );
  expect(clip.frameCount).toBe(18);
  const file = join(folder, 'shots.mp4');
  await writeFile(file, clip.mp4);
  const last = (await readLastFrame(file)) ?? new Uint8Array();
  expect(distance(await pixels(clip.posterJpeg), await pixels(last))).toBeGreaterThan(20);
});
