// A file that two clips share stays as long as one of them does, and the plan says so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FilledClip, fillLibrary } from '../../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../../testing/start-engine.ts';

let engine: TestEngine;
let clips: readonly FilledClip[];

const pathOf = ({ file }: FilledClip) => join(engine.library, file);
const clip = (index: number): FilledClip => {
  const found = clips[index];
  if (!found) throw new Error(`no clip ${index}`);
  return found;
};

/** The first and the second clip have one file, that of the first. */
beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  clips = fillLibrary({ db, library: engine.library }, ['first', 'second', 'third']);
  db.run(
    `update output set (file_path, sha256, size_bytes) =
       (select file_path, sha256, size_bytes from output where generation_sequence = ?)
     where generation_sequence = ?`,
    clip(0).sequence,
    clip(1).sequence,
  );
});
afterEach(() => engine.remove());

async function erase(...erased: readonly FilledClip[]) {
  const ids = erased.map(({ id }) => id);
  const plan = await engine.call('erase.plan', { subject: { type: 'clips', ids } });
  const { taskId } = await engine.call('erase.run', { planId: plan.planId });
  await engine.engine.context.tasks.ended(taskId);
  return plan;
}

it('stays with the clip that is kept, and goes with the last', async () => {
  const plan = await erase(clip(0), clip(2));
  expect(plan.goneNow).toContainEqual(expect.objectContaining({ kind: 'videos', count: 1 }));
  expect(plan.notCovered).toContainEqual(
    expect.objectContaining({ what: 'Videos that other clips use too', count: 1 }),
  );
  expect(existsSync(pathOf(clip(0)))).toBe(true);
  expect(existsSync(pathOf(clip(2)))).toBe(false);

  await erase(clip(1));
  expect(existsSync(pathOf(clip(0)))).toBe(false);
});

it('goes once when both are erased together', async () => {
  const plan = await erase(clip(0), clip(1));
  expect(plan.clipBytes).toBe('first'.length);
  expect(plan.notCovered.map(({ what }) => what)).not.toContain('Videos that other clips use too');
  expect(existsSync(pathOf(clip(0)))).toBe(false);
  expect(existsSync(pathOf(clip(2)))).toBe(true);
  const { items } = await engine.call('erase.receipts', {});
  expect(items[0]?.removed).toContainEqual({
    kind: 'videos',
    count: 1,
    bytes: 'first'.length,
  });
});
