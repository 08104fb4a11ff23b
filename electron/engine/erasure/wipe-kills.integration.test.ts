// A wipe that really dies before each of its steps, in a process of its own, and is gone on with by the next. Words and pictures
// planted in every store are nowhere afterwards, in no writing; files of others are as they were.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import { scanFolder } from '../testing/byte-scan.ts';
import { readWipeOrder } from './wipe-order.ts';
import { pendingWipe, runPendingWipe } from './run-wipe.ts';
import { type PlantedHome, plantHome, words } from './testing/planted-home.ts';

const script = fileURLToPath(new URL('./testing/wipe-process.ts', import.meta.url));

let root = '';
let home = '';
let kept = '';
let planted: PlantedHome;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kling5-wipe-kills-'));
  home = join(root, 'place', 'home');
  kept = join(root, 'kept');
  const gateway = await startTestGateway();
  planted = await plantHome(home, gateway);
  await gateway.close();
  rmSync(join(root, 'place', `${words.assetName}.png`)); // the user's own file, where it was taken from
  cpSync(join(root, 'place'), kept, { recursive: true });
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The home as it was when the wipe was ordered, in the same place. */
function restore(): void {
  rmSync(join(root, 'place'), { recursive: true, force: true });
  cpSync(kept, join(root, 'place'), { recursive: true });
}

/** Dies before the step, or says how many there are. */
const wipe = (step = 0) =>
  spawnSync(process.execPath, [script, home, String(step)], { encoding: 'utf8' });

const found = () => scanFolder(join(root, 'place'), planted.needles).map(({ needle }) => needle);
const harmed = () =>
  [...planted.strangers].flatMap(([path, content]) =>
    existsSync(path) && readFileSync(path, 'utf8') === content ? [] : [path],
  );

it('finds every planted word and picture before', () => {
  expect(readWipeOrder(home)).not.toBeNull();
  expect(new Set(found())).toEqual(new Set(planted.needles.map(({ name }) => name)));
});

it('leaves none of them, wherever it died', { timeout: 300_000 }, async () => {
  const steps = Number(wipe().stdout);
  expect(found()).toEqual([]);
  expect(steps).toBeGreaterThan(30);
  for (let step = 1; step <= steps; step += 1) {
    restore();
    expect(wipe(step).signal, `step ${step}`).toBe('SIGKILL');
    expect(pendingWipe(home), `step ${step}`).toBe(true);
    const deps = { home, now: () => new Date(), deleteSecrets: async () => 0 };
    const receipt = await runPendingWipe(deps);
    expect(receipt?.remaining, `step ${step}`).toEqual([]);
    expect(found(), `step ${step}`).toEqual([]);
    expect(harmed(), `step ${step}`).toEqual([]);
    expect(pendingWipe(home), `step ${step}`).toBe(false);
  }
});
