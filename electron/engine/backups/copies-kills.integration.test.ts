// The engine dies while it writes an archive in parts, a backup, and while it restores one. After a start there is no half file, what was
// there before is there, and doing it again ends well.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { looseFiles, troublesOf } from '../archive/testing/library-troubles.ts';
import { makeSampleLibrary, quiet } from '../archive/testing/sample-library.ts';
import { verifyArchive } from '../archive/verify/verify.ts';
import { writeArchive } from '../archive/export/write-archive.ts';
import type { Failpoint } from '../failpoint.ts';
import { type AnyEngine, diesDuring, untilDone } from '../testing/engine-death.ts';
import type { ForkedEngine } from '../testing/fork-engine.ts';
import { startTestEngine } from '../testing/start-engine.ts';

const clips = 6;
let home = '';
let out = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kling5-copies-'));
  out = join(home, '..', `${home.split('/').at(-1)}-out`);
  mkdirSync(out);
  const source = makeSampleLibrary();
  for (let count = 0; count < clips; count += 1) {
    source.addClip({ prompt: `clip ${count}`, content: randomBytes(400_000) });
  }
  const archive = join(home, 'source.zip');
  await writeArchive(source.source, archive, quiet);
  source.remove();
  const engine = await start();
  const { taskId } = await engine.call('archive.import', { grantId: engine.grant(archive) });
  await untilDone(engine, taskId);
  await engine.close();
  rmSync(archive);
});
afterEach(() => {
  for (const folder of [home, out]) rmSync(folder, { recursive: true, force: true });
});

const start = () => startTestEngine({ cloud: null, folder: home });

async function dieAt(
  name: Failpoint,
  passes: number,
  work: (engine: ForkedEngine) => Promise<void>,
): Promise<void> {
  expect(await diesDuring({ home, name, passes }, work), 'it was never there').toBe(true);
}

async function writeParts(engine: AnyEngine): Promise<void> {
  const grantId = engine.grant(join(out, 'mine.zip'));
  const { taskId } = await engine.call('archive.export', { grantId, partBytes: 1_000_000 });
  await untilDone(engine, taskId);
}

async function backUp(engine: AnyEngine): Promise<void> {
  await engine.call('backups.choose', { grantId: engine.grant(out) });
  await untilDone(engine, (await engine.call('backups.now', {})).taskId);
}

async function restore(engine: AnyEngine): Promise<void> {
  const [newest] = (await engine.call('backups.state', {})).backups.filter(
    ({ kind }) => kind === 'planned',
  );
  await untilDone(
    engine,
    (await engine.call('backups.restore', { name: newest?.name ?? '' })).taskId,
  );
}

const zips = () => readdirSync(out).filter((name) => name.endsWith('.zip'));
const halves = () => readdirSync(out).filter((name) => name.endsWith('.part'));

async function expectWhole(): Promise<void> {
  for (const name of zips()) expect((await verifyArchive(join(out, name))).ok, name).toBe(true);
}

it.each<[Failpoint, number]>([
  ['export begun', 2],
  ['export file written', 5],
  ['export written', 2],
  ['export verified', 1],
])('an archive in parts, died at "%s", pass %i', async (name, passes) => {
  await dieAt(name, passes, writeParts);
  expect(halves()).not.toEqual([]);
  const engine = await start();
  expect(readdirSync(out)).toEqual([]);
  await writeParts(engine);
  await engine.close();
  expect(zips().length).toBeGreaterThan(2);
  expect(halves()).toEqual([]);
  await expectWhole();
});

it.each<[Failpoint, number]>([
  ['export file written', 3],
  ['export written', 1],
  ['export verified', 1],
])('a backup, died at "%s", pass %i', async (name, passes) => {
  await dieAt(name, passes, backUp);
  const engine = await start();
  expect([...zips(), ...halves()]).toEqual([]);
  expect((await engine.call('backups.state', {})).backups).toEqual([]);
  await backUp(engine);
  await engine.close();
  expect(zips()).toHaveLength(1);
  await expectWhole();
});

it.each<[Failpoint, number]>([
  ['export written', 1],
  ['import placed', 1],
  ['import written', 1],
])('a restore, died at "%s", pass %i', async (name, passes) => {
  const before = await start();
  await backUp(before);
  const { items } = await before.call('library.page', { search: '"clip 2"' });
  const subject = { type: 'clips' as const, ids: items.map(({ id }) => id) };
  const { planId } = await before.call('erase.plan', { subject });
  await untilDone(before, (await before.call('erase.run', { planId })).taskId);
  expect(await before.call('library.count', {})).toMatchObject({ total: clips - 1 });
  await before.close();
  await dieAt(name, passes, restore);
  const engine = await start();
  expect(halves()).toEqual([]);
  expect(troublesOf(engine)).toEqual([]);
  await expect.poll(() => looseFiles(engine)).toEqual([]);
  await restore(engine);
  const prompts = engine.engine.context.db.all('select prompt from generation order by prompt');
  expect(prompts).toHaveLength(clips);
  await engine.close();
  await expectWhole();
});
