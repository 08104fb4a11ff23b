// "Erase everything" reaches folders that were the library before: they are in the plan, and nothing that is not theirs is touched.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { formerLibraries } from '../library/library-folder.ts';
import { scanFolder, wordNeedle } from '../testing/byte-scan.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { runPendingWipe } from './run-wipe.ts';

let gateway: TestGateway;
let root = '';
let home = '';
let old = '';
const open: TestEngine[] = [];

beforeEach(async () => {
  gateway = await startTestGateway();
  root = mkdtempSync(join(tmpdir(), 'kling5-former-'));
  home = join(root, 'home');
  old = join(root, 'Movies', 'old');
  const engine = await start(old);
  await prepareToCreate(engine);
  const { items } = await engine.call('generations.create', {
    ...demoDraft,
    prompt: 'zaffrekumquat in the old library',
  });
  await engine.ended(items[0]?.id ?? '');
  await engine.close();
});
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
  await gateway.close();
  rmSync(root, { recursive: true, force: true });
});

async function start(library: string): Promise<TestEngine> {
  const deps = { clock: createTestClock(100) };
  const engine = await startTestEngine({ cloud: gateway, folder: home, library, deps });
  open.push(engine);
  return engine;
}

const wipe = () => runPendingWipe({ home, now: () => new Date(), deleteSecrets: async () => 0 });
const words = () => scanFolder(root, [wordNeedle('zaffrekumquat')]).map(({ path }) => path);

it('lists them with their amount and erases them with the rest', async () => {
  const engine = await start(join(root, 'Movies', 'new'));
  writeFileSync(join(old, 'my notes.txt'), 'not made by the app');
  const plan = await engine.call('erasure.plan', {});
  expect(plan.formerLibraries).toEqual([
    { label: 'Movies / old', count: expect.any(Number), bytes: expect.any(Number) },
  ]);
  expect(words().length).toBeGreaterThan(0);
  await engine.call('erasure.order', { planId: plan.planId });
  await engine.close();
  const receipt = await wipe();
  expect(receipt?.remaining).toEqual([]);
  expect(receipt?.leftAlone).toContain('former-1/my notes.txt');
  expect(receipt?.removed.find(({ kind }) => kind === 'videos')?.count).toBe(1);
  expect(words()).toEqual([]);
  expect(readFileSync(join(old, 'my notes.txt'), 'utf8')).toBe('not made by the app');
  expect(existsSync(join(old, '.kling5-library'))).toBe(false);
});

it('leaves one that has another marker or none, is open elsewhere, or is away, and says what it can', async () => {
  const engine = await start(join(root, 'Movies', 'new'));
  const plan = () => engine.call('erasure.plan', {});
  const elsewhere = await startTestEngine({
    cloud: null,
    folder: join(root, 'other home'),
    library: old,
  });
  expect((await plan()).notCovered).toContainEqual(
    expect.objectContaining({ what: 'Former library Movies / old' }),
  );
  await elsewhere.close();
  const marker = join(old, '.kling5-library');
  const own = readFileSync(marker, 'utf8');
  writeFileSync(marker, JSON.stringify({ format: 1, libraryId: 'somebody-else' }));
  expect((await plan()).formerLibraries).toEqual([]);
  rmSync(marker);
  expect((await plan()).formerLibraries).toEqual([]);
  writeFileSync(marker, own);
  expect((await plan()).formerLibraries).toHaveLength(1);
  renameSync(old, join(root, 'unplugged'));
  expect((await plan()).formerLibraries).toEqual([]);
});

it('remembers each folder once, and not the present one', async () => {
  const second = join(root, 'Movies', 'new');
  await (await start(second)).close();
  await (await start(old)).close();
  await (await start(second)).close();
  expect(formerLibraries(home).map(({ library }) => library)).toEqual([old]);
});
