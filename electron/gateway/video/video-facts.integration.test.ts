// Real files, whole and damaged.
import {
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeSampleClip } from '../kling-test-server/sample-clip.ts';
import { readVideoFacts } from './video-facts.ts';

let dir: string;
let clip: Buffer;
/** The same with its index in front, as it comes from the web. */
let indexFirst: Buffer;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kling5-facts-'));
  clip = await encodeSampleClip({ number: 1, order: { seconds: 3, aspect: '9:16' } });
  const target = new BufferTarget();
  const input = new Input({ formats: [MP4], source: new BufferSource(clip) });
  const format = new Mp4OutputFormat({ fastStart: 'in-memory' });
  const conversion = await Conversion.init({ input, output: new Output({ format, target }) });
  await conversion.execute();
  indexFirst = Buffer.from(target.buffer ?? new ArrayBuffer());
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function factsOf(content: Buffer) {
  const path = join(dir, 'clip.mp4');
  await writeFile(path, content);
  return readVideoFacts(path);
}

describe('readVideoFacts', () => {
  it('tells size, length and rate of a whole file', async () => {
    expect(indexFirst.indexOf('moov')).toBeLessThan(indexFirst.indexOf('mdat'));
    const facts = { width: 72, height: 128, durationMs: 3_000, fps: 24 };
    expect(await factsOf(clip)).toEqual(facts);
    expect(await factsOf(indexFirst)).toEqual(facts);
  });

  it.each([1, 100, 10_000])('refuses one that lacks its last %i bytes', async (missing) => {
    expect(await factsOf(clip.subarray(0, Math.max(20, clip.length - missing)))).toBeNull();
    const cut = indexFirst.subarray(0, Math.max(20, indexFirst.length - missing));
    expect(await factsOf(cut)).toBeNull();
  });

  it.each(['', '<html></html>', '\0\0\0\x18ftypisom'])(
    'refuses what is no video: %o',
    async (text) => {
      expect(await factsOf(Buffer.from(text))).toBeNull();
    },
  );

  it('refuses one whose index names frames that are not there', async () => {
    const at = indexFirst.indexOf('mdat') - 4;
    const short = Buffer.from(indexFirst.subarray(0, indexFirst.length - 20));
    if (short.readUInt32BE(at) === 1) short.writeBigUInt64BE(BigInt(short.length - at), at + 8);
    else short.writeUInt32BE(short.length - at, at);
    expect(await factsOf(short)).toBeNull();
  });

  it('refuses one with something behind its end, or with a box of a wrong length', async () => {
    expect(await factsOf(Buffer.concat([clip, Buffer.from('more')]))).toBeNull();
    const wrong = Buffer.from(clip);
    wrong.writeUInt32BE(3, 0);
    expect(await factsOf(wrong)).toBeNull();
    expect(await factsOf(Buffer.from(`0000000166747970${'0'.repeat(16)}`, 'hex'))).toBeNull();
  });

  it('takes boxes with a long length and one that lasts to the end', async () => {
    const free = Buffer.alloc(24);
    free.writeUInt32BE(1, 0);
    free.write('free', 4);
    free.writeBigUInt64BE(24n, 8);
    const open = Buffer.from('\0\0\0\0freerest');
    expect(await factsOf(Buffer.concat([clip, free, open]))).toMatchObject({ width: 72 });
  });
});
