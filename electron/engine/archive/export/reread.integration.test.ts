// What is written badly is found while the archive is still being written, in threads or not; and the threads change nothing else.
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRereader } from './reread-entries.ts';
import { makeSampleLibrary, quiet, type SampleLibrary } from '../testing/sample-library.ts';
import { verifyArchive } from '../verify/verify.ts';
import { writeArchive } from './write-archive.ts';
import type { ZipRecord } from '../zip/zip-records.ts';
import { createZipWriter } from '../zip/zip-writer.ts';

let library: SampleLibrary;
let folder = '';
let target = '';
beforeEach(() => {
  library = makeSampleLibrary();
  folder = library.outside;
  target = join(folder, 'mine.zip');
});
afterEach(() => library.remove());

/** As a disk does that keeps something else than it was given. */
function flipByte(path: string, place: (sizeBytes: number) => number): void {
  const file = openSync(path, 'r+');
  const at = place(fstatSync(file).size);
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  byte.writeUInt8(byte.readUInt8(0) ^ 1, 0);
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
}

const part = () => `${target}.part`;

it('gives the same archive in threads, with all that is missing or was changed', async () => {
  library.addClip({ prompt: 'small' });
  library.addClip({ prompt: 'large', content: Buffer.alloc(3_500_000, 7) });
  unlinkSync(library.addClip({ prompt: 'gone' }).file);
  writeFileSync(library.addClip({ prompt: 'edited' }).file, 'cut in an editor');
  await writeArchive(library.source, target, { ...quiet, threadsFromBytes: Infinity });
  const alone = readFileSync(target);
  await writeArchive(library.source, target, { ...quiet, threadsFromBytes: 0 });
  expect(readFileSync(target).equals(alone)).toBe(true);
  expect((await verifyArchive(target)).ok).toBe(true);
});

it('is verified when the last of its media is', async () => {
  library.addClip({ prompt: 'large', content: Buffer.alloc(3_500_000, 7) });
  const phases: string[] = [];
  const done = new Map<string, number>();
  const progress = {
    phase: (name: string) => void phases.push(name),
    add: (sizeBytes: number) => {
      const phase = phases.at(-1) ?? '';
      done.set(phase, (done.get(phase) ?? 0) + sizeBytes);
    },
    items: () => undefined,
  };
  await writeArchive(library.source, target, { ...quiet, threadsFromBytes: 0, progress });
  expect(phases).toEqual(['plan', 'data', 'media', 'verify', 'verify']);
  expect(done.get('media')).toBeGreaterThan(3_500_000);
  expect(done.get('verify') ?? 0).toBeLessThan(statSync(target).size + 1);
});

describe.each([0, Infinity])('threads from %d bytes', (threadsFromBytes) => {
  it('finds a byte that the disk has changed', async () => {
    library.addClip({ prompt: 'x', content: Buffer.alloc(3_500_000, 7) });
    let isFirst = true;
    const add = (sizeBytes: number) => {
      if (isFirst && sizeBytes > 0) flipByte(part(), (size) => size - 1);
      if (sizeBytes > 0) isFirst = false;
    };
    await expect(
      writeArchive(library.source, target, {
        ...quiet,
        threadsFromBytes,
        progress: { ...quiet.progress, add },
      }),
    ).rejects.toMatchObject({
      code: 'archive-damaged',
      retryable: true,
      message: expect.stringContaining('checksum') as string,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, number]>([
    ['its end', 4],
    ['its list of files', 60],
  ])('finds a byte changed in %s', async (_, before) => {
    library.addClip({ prompt: 'x' });
    let times = 0;
    const phase = (name: string) => {
      if (name !== 'verify') return;
      times += 1;
      if (times === (threadsFromBytes === 0 ? 2 : 1)) flipByte(part(), (size) => size - before);
    };
    await expect(
      writeArchive(library.source, target, {
        ...quiet,
        threadsFromBytes,
        progress: { ...quiet.progress, phase },
      }),
    ).rejects.toMatchObject({ code: 'archive-damaged', retryable: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    library.addClip({ prompt: 'x', content: Buffer.alloc(4_000_000) });
    for (const when of ['data', 'media', 'verify']) {
      const controller = new AbortController();
      const phase = (name: string) => {
        if (name === when) controller.abort();
      };
      await expect(
        writeArchive(library.source, target, {
          ...quiet,
          threadsFromBytes,
          signal: controller.signal,
          progress: { ...quiet.progress, phase },
        }),
      ).rejects.toMatchObject({ code: 'cancelled' });
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});

describe('reading again', () => {
  const line = (id: string) => `{"id":"${id}"}\n`;

  async function archive(): Promise<{ readonly path: string; readonly records: ZipRecord[] }> {
    const path = join(folder, 'some.zip');
    const records: ZipRecord[] = [];
    const zip = await createZipWriter(path, { onEntry: (record) => records.push(record) });
    await zip.addText('data/unknown.jsonl', [line('a'), line('b')], { modifiedAt: 0 });
    const file = join(folder, 'clip.mp4');
    writeFileSync(file, Buffer.alloc(2_500_000, 3));
    await zip.addFiles([{ name: 'media/clip.mp4', path: file, modifiedAt: 0, wantsHash: false }], {
      isAside: false,
      signal: quiet.signal,
    });
    await zip.finish();
    await zip.close();
    return { path, records };
  }

  it.each<[string, 0 | 1, number]>([
    ['nothing', 0, -1],
    ['the header of packed text', 0, 75],
    ['packed text', 0, 90],
    ['the name of packed text', 0, 35],
    ['the header of a file', 1, 16],
    ['the name of a file', 1, 32],
    ['the first block of a file', 1, 200],
    ['the last byte of a file', 1, 30 + 'media/clip.mp4'.length + 9 + 2_500_000 - 1],
  ])('finds a byte changed in %s', async (_, index, at) => {
    const { path, records } = await archive();
    const record = records[index];
    if (!record) throw new Error('It was not written');
    if (at >= 0) flipByte(path, () => record.offset + at);
    const reader = await openRereader(path, 1);
    for (const one of records) {
      const { problem, sha256 } = await reader.read(one, () => undefined);
      expect(problem === null, one.name).toBe(one !== record || at < 0);
      expect(sha256.length).toBe(problem === null ? 64 : 0);
    }
    await reader.close();
  });

  it('says that lines of data do not fit', async () => {
    const { path, records } = await archive();
    const [record] = records;
    if (!record) throw new Error('It was not written');
    const reader = await openRereader(path, 1);
    await reader.read(record, () => undefined);
    expect(reader.lines().counts).toEqual(new Map([['data/unknown.jsonl', 2]]));
    await reader.close();
  });
});
