import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderClip } from './render-clip.ts';
import { smallRequest } from './testing/small-request.ts';

const run = promisify(execFile);
const never = new AbortController().signal;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling5-clip-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Probe {
  readonly streams: readonly Record<string, unknown>[];
  readonly format: { readonly duration: string; readonly tags: Record<string, string> };
}

async function probe(mp4: Uint8Array): Promise<Probe> {
  const path = join(folder, 'clip.mp4');
  await writeFile(path, mp4);
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-of',
    'json',
    '-show_streams',
    '-show_format',
    path,
  ]);
  return JSON.parse(stdout) as Probe;
}

describe('renderClip', () => {
  it('makes an H.264 file of the ordered size, length and rate', async () => {
    const clip = await renderClip(smallRequest('ocean', { durationMs: 1000 }), () => {}, never);
    const { streams, format } = await probe(clip.mp4);
    expect(streams).toHaveLength(1);
    expect(streams[0]).toMatchObject({
      codec_name: 'h264',
      width: 160,
      height: 90,
      pix_fmt: 'yuv420p',
      avg_frame_rate: '24/1',
      nb_frames: '24',
      color_space: 'bt709',
    });
    expect(Math.abs(Number(format.duration) - 1)).toBeLessThanOrEqual(1 / 24);
    expect(clip.frameCount).toBe(24);
  });

  it('names the pictures at which a player can begin, one a second', async () => {
    const clip = await renderClip(smallRequest('ocean', { durationMs: 2000 }), () => {}, never);
    const path = join(folder, 'key-frames.mp4');
    await writeFile(path, clip.mp4);
    const { stdout } = await run('ffprobe', [
      '-v',
      'error',
      '-of',
      'json',
      '-show_packets',
      '-select_streams',
      'v',
      path,
    ]);
    const { packets } = JSON.parse(stdout) as { packets: { flags: string }[] };
    const keys = packets.flatMap(({ flags }, at) => (flags.startsWith('K') ? [at] : []));
    expect(keys).toEqual([0, 24]);
    expect(Buffer.from(clip.mp4).includes('stss')).toBe(true);
  });

  it('says in the file that it is a demo, unless told other words', async () => {
    const clip = await renderClip(smallRequest('ocean'), () => {}, never);
    expect((await probe(clip.mp4)).format.tags).toMatchObject({
      title: 'ocean',
      comment: 'Demo clip rendered on this device by Kling 5 Studio',
    });
    const other = await renderClip(
      smallRequest('ocean', { metadata: { comment: 'Demo clip, in other words' } }),
      () => {},
      never,
    );
    expect((await probe(other.mp4)).format.tags['comment']).toBe('Demo clip, in other words');
  });

  it('puts the index before the pictures', async () => {
    const { mp4 } = await renderClip(smallRequest('ocean'), () => {}, never);
    const text = Buffer.from(mp4).toString('latin1');
    expect(text.indexOf('moov')).toBeGreaterThan(0);
    expect(text.indexOf('moov')).toBeLessThan(text.indexOf('mdat'));
  });

  it('gives the same bytes for the same request, others for another seed', async () => {
    const bytes = async (seed: string) =>
      Buffer.from((await renderClip(smallRequest('aurora', { seed }), () => {}, never)).mp4);
    const first = await bytes('a');
    expect(first.equals(await bytes('a'))).toBe(true);
    expect(first.equals(await bytes('b'))).toBe(false);
  });

  it('makes a poster of the same size', async () => {
    const { posterJpeg } = await renderClip(smallRequest('forest'), () => {}, never);
    expect(await sharp(posterJpeg).metadata()).toMatchObject({
      format: 'jpeg',
      width: 160,
      height: 90,
    });
  });

  it('reports growing progress that ends at 1', async () => {
    const seen: number[] = [];
    await renderClip(smallRequest('silk'), (fraction) => seen.push(fraction), never);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(10);
  });

  it('stops when aborted', async () => {
    const controller = new AbortController();
    let frames = 0;
    const clip = renderClip(
      smallRequest('clouds', { durationMs: 10_000 }),
      () => {
        if (++frames === 3) controller.abort();
      },
      controller.signal,
    );
    await expect(clip).rejects.toMatchObject({ name: 'AbortError' });
    expect(frames).toBeLessThan(6);
  });

  it('refuses sizes that H.264 cannot hold', async () => {
    const odd = renderClip(smallRequest('clouds', { width: 161 }), () => {}, never);
    await expect(odd).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
