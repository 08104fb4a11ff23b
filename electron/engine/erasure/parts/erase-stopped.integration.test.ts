// A long erasure tells how far it is, and stops between two items: what is done stays done, the rest is as it was, and the receipt says so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TaskId } from '#shared/domain/ids.ts';
import { type FilledClip, fillLibrary } from '../../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../../testing/start-engine.ts';

const count = 800;
let engine: TestEngine;
let clips: readonly FilledClip[];

beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  const prompts = Array.from({ length: count }, (_, index) => `clip number ${index}`);
  clips = fillLibrary({ db, library: engine.library }, prompts);
});
afterEach(() => engine.remove());

async function begin(): Promise<TaskId> {
  const subject = { type: 'matching' as const, filter: { keepFavourites: false } };
  const { planId } = await engine.call('erase.plan', { subject });
  return (await engine.call('erase.run', { planId })).taskId;
}

it('stopped after the first items, it keeps the rest and tells the truth', async () => {
  const taskId = await begin();
  for (;;) {
    const { items, state } = await engine.call('tasks.get', { id: taskId });
    expect(state).toBe('running');
    expect(items?.total ?? count).toBe(count);
    if ((items?.done ?? 0) > 0) break;
    await setImmediate();
  }
  await engine.call('tasks.cancel', { id: taskId });
  await engine.engine.context.tasks.ended(taskId);
  expect(await engine.call('tasks.get', { id: taskId })).toMatchObject({ state: 'cancelled' });

  const { total } = await engine.call('library.count', {});
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(count);
  const [receipt] = (await engine.call('erase.receipts', {})).items;
  expect(receipt).toMatchObject({ wasCancelled: true, filesLeft: 0 });
  const gone = receipt?.removed.find(({ kind }) => kind === 'history')?.count;
  expect(gone).toBe(count - total);
  expect(receipt?.removed).toContainEqual(expect.objectContaining({ kind: 'videos', count: gone }));
  const here = clips.filter(({ file }) => existsSync(join(engine.library, file)));
  expect(here).toHaveLength(total);
});

it('not stopped, it tells every item', async () => {
  const taskId = await begin();
  await engine.engine.context.tasks.ended(taskId);
  expect(await engine.call('tasks.get', { id: taskId })).toMatchObject({
    state: 'done',
    items: { done: count, total: count },
  });
});
