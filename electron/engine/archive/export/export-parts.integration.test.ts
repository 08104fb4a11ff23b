// An archive in parts: each is verified and imported by itself, in any order, and together they are what one archive would be. And
// what is known of a clip beside its video.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeApart } from '../testing/hostile/honest-files.ts';
import { importInto, openTarget } from '../testing/import-target.ts';
import { makeSampleLibrary, quiet, type SampleLibrary } from '../testing/sample-library.ts';
import { verifyArchive } from '../verify/verify.ts';
import { writeArchive } from './write-archive.ts';

let library: SampleLibrary;
let folder = '';
beforeEach(() => {
  library = makeSampleLibrary();
  folder = library.outside;
  for (const number of [1, 2, 3, 4]) {
    library.addClip({ prompt: `clip ${number}`, content: Buffer.alloc(700_000, number) });
  }
});
afterEach(() => library.remove());

const partBytes = 1_900_000;

/** When a file was written tells nothing of what is in it. */
const withoutTimes = (contents: unknown): unknown => {
  const { files, ...rest } = contents as { readonly files: readonly (readonly unknown[])[] };
  return { ...rest, files: files.map(([name, sha256]) => [name, sha256]) };
};

async function writeParts(): Promise<string[]> {
  const target = join(folder, 'All.zip');
  const { parts, fileName } = await writeArchive(library.source, target, { ...quiet, partBytes });
  expect(parts).toBe(2);
  expect(fileName).toBe('All part 1 of 2.zip');
  return readdirSync(folder).sort();
}

describe('an archive in parts', () => {
  it('is as many archives as it takes, each verified and none too large', async () => {
    const names = await writeParts();
    expect(names).toEqual(['All part 1 of 2.zip', 'All part 2 of 2.zip']);
    const sets = new Set<string | undefined>();
    for (const name of names) {
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(partBytes);
      expect(await verifyArchive(join(folder, name))).toMatchObject({ ok: true });
      const { manifest } = await takeApart(join(folder, name));
      sets.add((manifest as { part?: { setId: string } }).part?.setId);
    }
    expect(sets.size).toBe(1);
  });

  it.each(['in order', 'backwards'])('imports to what one archive brings, %s', async (order) => {
    const whole = openTarget();
    const target = openTarget();
    try {
      const names = await writeParts();
      const single = join(folder, 'one.zip');
      await writeArchive(library.source, single, quiet);
      await importInto(whole, single);
      if (order === 'backwards') names.reverse();
      for (const name of names) await importInto(target, join(folder, name));
      expect(target.problems()).toEqual([]);
      expect(withoutTimes(target.contents())).toEqual(withoutTimes(whole.contents()));
    } finally {
      whole.remove();
      target.remove();
    }
  });

  it('leaves a file of that name alone, and nothing behind', async () => {
    writeFileSync(join(folder, 'All part 2 of 2.zip'), 'mine');
    await expect(writeParts()).rejects.toMatchObject({ code: 'conflict' });
    expect(readdirSync(folder)).toEqual(['All part 2 of 2.zip']);
  });

  it('is one archive with the plain name when all of it fits', async () => {
    const target = join(folder, 'All.zip');
    const result = await writeArchive(library.source, target, { ...quiet, partBytes: 1e9 });
    expect(result.parts).toBeUndefined();
    expect(existsSync(target)).toBe(true);
  });
});

it('says beside each video what is known of it, and of all in one table', async () => {
  const judged = library.addClip({ prompt: '=cmd() "quoted", 夜', title: 'A, B' });
  library.db
    .prepare("update generation set verdict = 'poor', verdict_reason = 'motion' where id = ?")
    .run(judged.id);
  const target = join(folder, 'sidecars.zip');
  await writeArchive(library.source, target, { ...quiet, sidecars: true });
  expect(await verifyArchive(target)).toMatchObject({ ok: true });
  const { files } = await takeApart(target);
  const text = (name: string) => String(files.get(name));
  const videos = [...files.keys()].filter((name) => name.endsWith('.mp4'));
  expect(videos).toHaveLength(5);
  for (const video of videos) {
    expect(JSON.parse(text(`${video}.json`))).toMatchObject({ sha256: expect.any(String) });
  }
  const beside = videos.map((video) => JSON.parse(text(`${video}.json`)) as unknown);
  expect(beside).toContainEqual(
    expect.objectContaining({ id: judged.id, verdict: 'poor', verdictReason: 'motion' }),
  );
  const table = text('clips.csv');
  expect(table).toContain(',poor,motion,');
  expect(table.split('\r\n')).toHaveLength(7);
  expect(table).toContain(`"A, B","'=cmd() ""quoted"", 夜"`);
  const into = openTarget();
  await importInto(into, target);
  expect(into.problems()).toEqual([]);
  into.remove();
});
