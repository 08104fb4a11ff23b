// The engine dies at every step of a move. The library is whole in one of the two folders, never in none and never halves in both.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import type { Failpoint } from '../failpoint.ts';
import { markerName } from '../library/library-paths.ts';
import { auditLibrary } from '../testing/audits/audit-library.ts';
import { diesDuring, untilDone, untilSeen } from '../testing/engine-death.ts';
import type { ForkedEngine } from '../testing/fork-engine.ts';
import { otherDrive } from '../testing/other-drive.ts';
import { demoDraft, prepareToCreate, startTestEngine } from '../testing/start-engine.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { readMoveOrder } from './move-order.ts';

const clips = 4;

let gateway: TestGateway;
let home = '';
let to = '';

const start = () =>
  startTestEngine({ cloud: gateway, folder: home, deps: { clock: createTestClock(100) } });

beforeEach(async () => {
  gateway = await startTestGateway();
  home = await mkdtemp(join(tmpdir(), 'kling5-move-'));
  to = await mkdtemp(join(otherDrive(), 'kling5-moved-'));
  const engine = await start();
  await prepareToCreate(engine);
  const { items } = await engine.call('generations.create', { ...demoDraft, takes: clips });
  for (const { id } of items) await engine.ended(id);
  await engine.close();
});
afterEach(async () => {
  await gateway.close();
  for (const folder of [home, to]) rmSync(folder, { recursive: true, force: true });
});

async function copyEverything(engine: ForkedEngine): Promise<void> {
  const { taskId } = await engine.call('library.move', { grantId: engine.grant(to) });
  await untilDone(engine, taskId);
}

/** The copy, the start after it, and the emptying of the old folder: the engine dies once, wherever the place is. */
async function moveAndDie(name: Failpoint, passes: number): Promise<boolean> {
  for (let life = 0; life < 3; life += 1) {
    const work = life === 0 ? copyEverything : untilCleared;
    if (await diesDuring({ home, cloud: gateway, name, passes }, work)) return true;
  }
  return false;
}

async function untilCleared(engine: ForkedEngine): Promise<void> {
  await untilSeen(async () => {
    const { state } = await engine.call('library.moveState', {});
    return state === 'none' ? state : null;
  });
}

it.each<[Failpoint, number]>([
  ['file copied', 1],
  ['file copied', 3],
  ['library copied', 1],
  ['database copied', 1],
  ['library arrived', 1],
  ['after switched', 1],
  ['old file removed', 1],
  ['old file removed', 4],
])(
  'a death at "%s", pass %i, leaves one whole library',
  { timeout: 240_000 },
  async (name, passes) => {
    expect(await moveAndDie(name, passes)).toBe(true);
    let engine = await start();
    const isMoved = engine.engine.context.paths.library === to;
    expect(existsSync(join(isMoved ? to : join(home, 'library'), markerName))).toBe(true);
    if (!isMoved) {
      await engine.call('library.continueMove', {});
      await engine.until(() => (readMoveOrder(home)?.state === 'copied' ? true : null));
      await engine.close();
      engine = await start();
    }
    try {
      expect(engine.engine.context.paths.library).toBe(to);
      const { items } = await engine.call('library.page', {});
      expect(items).toHaveLength(clips);
      expect(auditLibrary(engineAt(engine, to), { hasPosters: true })).toEqual([]);
      await expect.poll(() => existsSync(join(home, 'library'))).toBe(false);
      expect(readdirSync(to).filter((file) => file.endsWith('.part'))).toEqual([]);
    } finally {
      await engine.close();
    }
  },
);

/** The audit looks where the files are now. */
function engineAt(engine: Awaited<ReturnType<typeof start>>, library: string) {
  return { ...engine, library };
}
