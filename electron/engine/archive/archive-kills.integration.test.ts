// The engine dies at every step of an import and of an export. After a start the library holds nothing that belongs to nothing, the
// folder of the export no half file, and doing it again gives what one gets that never died.
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Failpoint } from '../failpoint.ts';
import { type AnyEngine, diesDuring, untilDone } from '../testing/engine-death.ts';
import type { ForkedEngine } from '../testing/fork-engine.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import { takeApart } from './testing/hostile/honest-files.ts';
import { fillEveryTable } from './testing/import-target.ts';
import { looseFiles, troublesOf } from './testing/library-troubles.ts';
import { dataIn } from './testing/round-trip.ts';
import { makeSampleLibrary, quiet, sampleAt } from './testing/sample-library.ts';
import { verifyArchive } from './verify/verify.ts';
import { writeArchive } from './export/write-archive.ts';

/** Reference images come in 64 at a time: two batches of them, then one of clips. */
const clips = 70;

let folder = '';
let archive = '';
let home = '';
/** What an import gives that is never ended. */
let expected: unknown;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling5-kills-'));
  archive = join(folder, 'archive.zip');
  const source = makeSampleLibrary();
  for (let count = 0; count < clips; count += 1) source.addClip({ prompt: `clip ${count % 9}` });
  fillEveryTable(source.db);
  await writeArchive(source.source, archive, quiet);
  source.remove();
});
beforeEach(async () => {
  home = await mkdtemp(join(folder, 'home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = () => startTestEngine({ cloud: null, folder: home });

async function bringIn(engine: AnyEngine): Promise<void> {
  const { taskId } = await engine.call('archive.import', { grantId: engine.grant(archive) });
  await untilDone(engine, taskId);
}

async function writeOut(engine: AnyEngine, target: string): Promise<void> {
  const grantId = engine.grant(target);
  const { taskId } = await engine.call('archive.export', { grantId, includeMedia: true });
  await untilDone(engine, taskId);
}

/** Everything that the archive brought, as the library would tell it to others. */
async function contentsOf({ engine }: TestEngine): Promise<unknown> {
  const file = join(home, 'contents.zip');
  const { paths } = engine.context;
  const source = { database: paths.database, library: paths.library, home, now: () => sampleAt };
  await writeArchive({ ...source, libraryId: 'x'.repeat(12), version: '0' }, file, quiet);
  const parts = await takeApart(file);
  rmSync(file);
  const media = [...parts.files].filter(([path]) => path.startsWith('media/'));
  return { data: dataIn(parts), media };
}

async function dieAt(
  name: Failpoint,
  passes: number,
  work: (engine: ForkedEngine) => Promise<void>,
): Promise<void> {
  expect(await diesDuring({ home, name, passes }, work), 'it was never there').toBe(true);
}

describe('an import', () => {
  beforeAll(async () => {
    home = await mkdtemp(join(folder, 'home-'));
    const engine = await start();
    await bringIn(engine);
    expected = await contentsOf(engine);
    await engine.close();
  });

  it.each<[Failpoint, number]>([
    ['import staged', 1],
    ['import unpacked', 1],
    ['import file placed', 1],
    ['import file placed', 3],
    ['import placed', 1],
    ['import written', 1],
    ['import file placed', clips],
    ['import file placed', clips + 25],
    ['import placed', 3],
    ['import recorded', 1],
  ])('that dies at "%s", pass %i, leaves nothing loose and is completed', async (name, passes) => {
    await dieAt(name, passes, bringIn);
    const engine = await start();
    try {
      expect(troublesOf(engine)).toEqual([]);
      await expect.poll(() => looseFiles(engine)).toEqual([]);
      await bringIn(engine);
      expect(troublesOf(engine)).toEqual([]);
      expect(looseFiles(engine)).toEqual([]);
      expect(await contentsOf(engine)).toEqual(expected);
    } finally {
      await engine.close();
    }
  });
});

describe('an export', () => {
  let filled = '';
  beforeAll(async () => {
    filled = home = await mkdtemp(join(folder, 'home-'));
    const engine = await start();
    await bringIn(engine);
    await engine.close();
  });
  beforeEach(() => cpSync(filled, home, { recursive: true }));

  it.each<[Failpoint, number]>([
    ['export begun', 1],
    ['export data written', 1],
    ['export file written', 1],
    ['export file written', clips + 2],
    ['export written', 1],
    ['export verified', 1],
    ['export renamed', 1],
  ])('that dies at "%s", pass %i, leaves no half file and what was there', async (name, passes) => {
    const out = await mkdtemp(join(folder, 'out-'));
    const target = join(out, 'mine.zip');
    const strangers = `${target}.part`;
    writeFileSync(target, 'an older export');
    writeFileSync(strangers, 'an unfinished download of a browser');
    await dieAt(name, passes, (engine) => writeOut(engine, target));
    const isNamed = name === 'export renamed';
    expect(readdirSync(out).length).toBe(name === 'export begun' || isNamed ? 2 : 3);

    const engine = await start();
    try {
      expect(readdirSync(out).toSorted()).toEqual(['mine.zip', 'mine.zip.part']);
      expect(readFileSync(strangers, 'utf8')).toBe('an unfinished download of a browser');
      if (isNamed) expect((await verifyArchive(target)).ok).toBe(true);
      else expect(readFileSync(target, 'utf8')).toBe('an older export');
      expect(troublesOf(engine)).toEqual([]);

      await writeOut(engine, target);
      expect((await verifyArchive(target)).ok).toBe(true);
      expect(await contentsOf(engine)).toEqual({
        data: expect.objectContaining({
          generations: dataIn(await takeApart(target))['generations'],
        }),
        media: [...(await takeApart(target)).files].filter(([path]) => path.startsWith('media/')),
      });
      expect(readdirSync(out).toSorted()).toEqual(['mine.zip', 'mine.zip.part']);
      expect(existsSync(`${target}.2.part`)).toBe(false);
    } finally {
      await engine.close();
    }
  });

  // from 64 MB on, media are copied and read again in threads
  it.each<[Failpoint, number]>([
    ['export file written', 2],
    ['export written', 1],
  ])('of many bytes that dies at "%s", pass %i, leaves no half file', async (name, passes) => {
    const out = await mkdtemp(join(folder, 'out-'));
    const target = join(out, 'mine.zip');
    const videos = join(home, 'library', 'videos', '2026', '11');
    const [large = ''] = readdirSync(videos);
    truncateSync(join(videos, large), 70_000_000);
    await dieAt(name, passes, (engine) => writeOut(engine, target));
    expect(readdirSync(out)).toEqual(['mine.zip.part']);

    const engine = await start();
    try {
      expect(readdirSync(out)).toEqual([]);
      await writeOut(engine, target);
      expect((await verifyArchive(target)).ok).toBe(true);
      expect(readdirSync(out)).toEqual(['mine.zip']);
    } finally {
      await engine.close();
      rmSync(out, { recursive: true });
    }
  });
});
