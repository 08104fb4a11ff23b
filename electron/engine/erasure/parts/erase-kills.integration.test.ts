// The engine dies at every step of an erasure. The next start finishes it: no word and no picture of what was erased is left, the rest
// is whole, the receipt says the same as without a death, and the cloud is asked once.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../../gateway/testing/start-gateway.ts';
import { backUp } from '../../database/backup.ts';
import type { Failpoint } from '../../failpoint.ts';
import { auditLibrary } from '../../testing/audits/audit-library.ts';
import { pieceNeedle, scanFolder, wordNeedle, type Needle } from '../../testing/byte-scan.ts';
import { diesDuring, untilDone } from '../../testing/engine-death.ts';
import { demoDraft, prepareToCreate, startTestEngine } from '../../testing/start-engine.ts';
import { createTestClock } from '../../testing/test-clock.ts';

const word = 'zaffrekumquat';
const erasedClips = 3;

let gateway: TestGateway;
let home = '';
let erased: string[] = [];
let needles: Needle[] = [];

const start = () =>
  startTestEngine({ cloud: gateway, folder: home, deps: { clock: createTestClock(100) } });

beforeEach(async () => {
  gateway = await startTestGateway();
  home = mkdtempSync(join(tmpdir(), 'kling5-erase-'));
  const engine = await start();
  await prepareToCreate(engine);
  const make = async (prompt: string, takes: number) => {
    const { items } = await engine.call('generations.create', { ...demoDraft, prompt, takes });
    for (const { id } of items) await engine.ended(id);
    return items.map(({ id }) => id);
  };
  await make('stays', 1);
  erased = await make(`${word} over the bay`, erasedClips);
  const { db, paths } = engine.engine.context;
  needles = [wordNeedle(word)];
  for (const { path } of db.all<{ path: string }>(
    'select poster_path as path from output where generation_sequence > 1',
  )) {
    const picture = randomBytes(3000);
    writeFileSync(join(paths.library, path), picture);
    needles.push(pieceNeedle(path, picture));
  }
  backUp(db.connection, paths.backups, 'daily', 1_000_000);
  backUp(db.connection, paths.backups, 'upgrade', 1_000_000);
  await engine.close();
});
afterEach(async () => {
  await gateway.close();
  rmSync(home, { recursive: true, force: true });
});

/** Whether the engine died at the place. */
function eraseAndDie(name: Failpoint, passes: number): Promise<boolean> {
  return diesDuring({ home, cloud: gateway, name, passes }, async (engine) => {
    const subject = { type: 'clips' as const, ids: erased };
    const { planId } = await engine.call('erase.plan', { subject });
    await untilDone(engine, (await engine.call('erase.run', { planId })).taskId);
  });
}

it.each<[Failpoint, number]>([
  ['erase ordered', 1],
  ['erase rows gone', 1],
  ['erase file gone', erasedClips],
  ['erase backup made', 1],
  ['erase backup gone', 1],
  ['erase ended', 1],
])('a death at "%s", pass %i', { timeout: 240_000 }, async (name, passes) => {
  expect(new Set(scanFolder(home, needles).map(({ needle }) => needle)).size).toBe(needles.length);
  expect(await eraseAndDie(name, passes)).toBe(true);
  const engine = await start();
  try {
    const receipt = await engine.until(async () => {
      const { items } = await engine.call('erase.receipts', {});
      const { items: tasks } = await engine.call('tasks.list', {});
      return tasks.some(({ state }) => state === 'running') ? null : (items[0] ?? null);
    });
    expect(scanFolder(join(home, 'library'), needles)).toEqual([]);
    expect(receipt.endedAt).not.toBeNull();
    const amounts = new Map(receipt.removed.map(({ kind, count }) => [kind, count]));
    expect(Object.fromEntries(amounts)).toMatchObject({
      videos: erasedClips,
      posters: erasedClips,
      history: erasedClips,
      prompts: 1,
    });
    expect(receipt.cloud.asked).toBe(erasedClips);
    expect((await engine.call('library.page', {})).items.map(({ prompt }) => prompt)).toEqual([
      'stays',
    ]);
    expect(auditLibrary(engine, { hasPosters: true })).toEqual([]);
    expect(readdirSync(engine.engine.context.paths.backups)).toHaveLength(1);
  } finally {
    await engine.close();
  }
});
