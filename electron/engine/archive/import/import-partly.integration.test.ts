// A damaged archive: refused as long as nobody asks for less, and then what is whole comes in, with a report of what did not.
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from './import-archive.ts';
import { openTarget, type Target } from '../testing/import-target.ts';
import { makeSampleLibrary, quiet, type SampleLibrary } from '../testing/sample-library.ts';
import { writeArchive } from '../export/write-archive.ts';
import { openZip } from '../zip/zip-reader.ts';

let library: SampleLibrary;
let target: Target;
let folder = '';
let archive = '';
beforeEach(async () => {
  library = makeSampleLibrary();
  target = openTarget();
  folder = library.outside;
  archive = join(folder, 'all.zip');
  for (const number of [1, 2, 3]) {
    library.addClip({ prompt: `clip ${number}`, content: Buffer.alloc(50_000, number) });
  }
  await writeArchive(library.source, archive, quiet);
});
afterEach(() => {
  library.remove();
  target.remove();
});

const bring = (partly: boolean) => importArchive(target, archive, { ...quiet, partly });
const clips = () =>
  target.db.all<{ readonly prompt: string; readonly is_missing: number }>(
    `select g.prompt, o.is_missing from generation g join output o on o.generation_sequence = g.sequence
     order by g.prompt`,
  );

async function entryOf(name: RegExp) {
  const zip = await openZip(archive);
  await zip.close();
  const entry = zip.entries.find((candidate) => name.test(candidate.name));
  if (!entry) throw new Error('There is no such file');
  return entry;
}

/** Turns a bit in the middle of its content. */
async function damage(name: RegExp): Promise<void> {
  const { offset, compressedSize } = await entryOf(name);
  const bytes = readFileSync(archive);
  const at = offset + 120 + Math.floor(compressedSize / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at);
  writeFileSync(archive, bytes);
}

describe('a damaged archive', () => {
  it('brings all but the damaged video, and says which that is', async () => {
    await damage(/\[000002\]\.mp4$/);
    await expect(bring(false)).rejects.toMatchObject({ code: 'archive-damaged' });
    expect(clips()).toEqual([]);
    const { imported } = await bring(true);
    expect(clips()).toEqual([
      { prompt: 'clip 1', is_missing: 0 },
      { prompt: 'clip 2', is_missing: 1 },
      { prompt: 'clip 3', is_missing: 0 },
    ]);
    expect(imported?.notes.join('\n')).toMatch(/is damaged[\s\S]*\[000002\]\.mp4.* is damaged\./);
    expect(target.problems()).toEqual([]);
    expect(target.parts()).toEqual([]);
  });

  it('that was cut off brings what was written before, without its list', async () => {
    const { offset } = await entryOf(/\[000003\]\.mp4$/);
    truncateSync(archive, offset + 1000);
    await expect(bring(false)).rejects.toMatchObject({ code: 'archive-damaged' });
    const { imported } = await bring(true);
    expect(clips().map(({ is_missing }) => is_missing)).toEqual([0, 0, 1]);
    expect(imported?.notes.join('\n')).toContain('The list of files is damaged or missing');
    // the stills come last in an archive, so they are what is missing
    expect(target.problems().every((problem) => problem.startsWith('posters/'))).toBe(true);
  });

  it('brings the lines that can be read of data that is damaged', async () => {
    await damage(/^data\/events\.jsonl$/);
    await bring(true);
    expect(clips()).toHaveLength(3);
    expect(target.problems()).toEqual([]);
  });

  it('is completed by a whole one afterwards', async () => {
    const whole = readFileSync(archive);
    await damage(/\[000001\]\.mp4$/);
    await bring(true);
    writeFileSync(archive, whole);
    const { imported } = await bring(false);
    expect(imported?.notes.join('\n')).toContain('came back');
    expect(clips().every(({ is_missing }) => is_missing === 0)).toBe(true);
  });

  it.each([
    ['nothing but zeros', () => Buffer.alloc(5000)],
    ['the beginning alone', () => readFileSync(archive).subarray(0, 200)],
    ['text', () => Buffer.from('hello')],
  ])('that is %s is refused all the same, and changes nothing', async (_, content) => {
    writeFileSync(archive, content());
    await expect(bring(true)).rejects.toMatchObject({ code: 'archive-damaged' });
    expect(clips()).toEqual([]);
    expect(target.parts()).toEqual([]);
  });
});

it('takes a whole archive as it is, also when less was asked for', async () => {
  const { imported } = await bring(true);
  expect(imported?.notes).toEqual([]);
  expect(clips()).toHaveLength(3);
});
