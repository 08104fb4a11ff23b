// Media that is unpacked while an archive is verified: few bytes right there, many in a thread. Whatever happens, no part is left.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importArchive } from './import-archive.ts';
import { openTarget, type Target } from '../testing/import-target.ts';
import { makeSampleLibrary, quiet } from '../testing/sample-library.ts';
import { writeArchive } from '../export/write-archive.ts';

const megabyte = 1024 * 1024;
let folder = '';
let target: Target;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-ahead-'));
});
beforeEach(() => {
  target = openTarget();
});
afterEach(() => target.remove());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['right here', megabyte / 2],
  ['in a thread', 33 * megabyte],
])('%s', (name, sizeBytes) => {
  const archive = () => join(folder, `${name}.zip`);
  const fill = (value: number) => Buffer.alloc(sizeBytes, value);

  beforeAll(async () => {
    const source = makeSampleLibrary();
    source.addClip({ prompt: 'one', content: fill(1) });
    source.addClip({ prompt: 'two', content: fill(2) });
    await writeArchive(source.source, archive(), quiet);
    source.remove();
  });

  /** With what is in the folder of parts at each step. */
  async function bringIn(path: string, signal = quiet.signal, onStep = () => {}) {
    const seen = new Set<number>();
    const look = () => {
      seen.add(target.parts().filter((part) => !part.endsWith('-journal')).length);
      onStep();
    };
    const progress = { phase: look, add: look, items: () => undefined };
    await importArchive(target, path, { progress, signal });
    return Math.max(...seen);
  }

  const videos = () =>
    target.db
      .all<{ path: string }>('select file_path as path from output order by generation_sequence')
      .map(({ path }) => readFileSync(join(target.library, path)));

  it('every file is written once, before the first row, with its content, and not when it is here already', async () => {
    expect(await bringIn(archive())).toBeGreaterThanOrEqual(2);
    expect(videos().map((video) => [video.length, video[0], video.at(-1)])).toEqual([
      [sizeBytes, 1, 1],
      [sizeBytes, 2, 2],
    ]);
    expect([target.parts(), target.problems(), target.orphans()]).toEqual([[], [], []]);
    const rows = target.db.all('select * from output');
    expect(await bringIn(archive())).toBeLessThanOrEqual(1); // the lines, set aside: the rest is here already
    expect(target.db.all('select * from output')).toEqual(rows);
  });

  it('a byte that was changed refuses the archive, and nothing is left of it', async () => {
    const damaged = join(folder, 'damaged.zip');
    const bytes = readFileSync(archive());
    bytes[bytes.indexOf(fill(2).subarray(0, 1000)) + sizeBytes / 2] = 3;
    writeFileSync(damaged, bytes);
    const before = target.contents();
    await expect(bringIn(damaged)).rejects.toMatchObject({
      code: 'archive-damaged',
      message: expect.stringContaining('was changed: its checksum is another.'),
    });
    expect(target.contents()).toEqual(before);
    expect(target.parts()).toEqual([]);
  });

  it('that is cancelled leaves the library as it was', async () => {
    const before = target.contents();
    const stop = new AbortController();
    const cancelled = bringIn(archive(), stop.signal, () => {
      if (target.parts().length > 0) stop.abort();
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(target.contents()).toEqual(before);
    expect(readdirSync(target.library)).not.toContain('videos');
    expect(target.parts()).toEqual([]);
  });
});
