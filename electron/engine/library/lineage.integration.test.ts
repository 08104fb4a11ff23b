// What a clip came from and what came of it, through the contract.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FilledClip, fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;
let clips: FilledClip[];

beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  clips = fillLibrary({ db, library: engine.library }, ['one', 'two', 'three', 'four']);
  const from = db.connection.prepare('update generation set parent_id = ? where sequence = ?');
  from.run(clips[0]?.id, 2);
  from.run(clips[0]?.id, 3);
  from.run('gone00000000', 4);
});
afterEach(() => engine.remove());

const lineage = async (index: number) => {
  const id = clips[index]?.id;
  if (id === undefined) throw new Error('no such clip');
  const { parent, children, ...rest } = await engine.call('clips.lineage', { id });
  return {
    parent: parent?.prompt ?? null,
    children: children.map(({ prompt }) => prompt),
    ...rest,
  };
};

it('tells both directions, newest first, and a clip that is gone', async () => {
  expect(await lineage(0)).toEqual({
    parent: null,
    isParentGone: false,
    children: ['three', 'two'],
    childCount: 2,
  });
  expect(await lineage(1)).toMatchObject({ parent: 'one', children: [], childCount: 0 });
  expect(await lineage(3)).toMatchObject({ parent: null, isParentGone: true });
});

it('finds them along an index', () => {
  const plan = engine.engine.context.db.all<{ readonly detail: string }>(
    `explain query plan select count(*) from generation where parent_id = 'x'`,
  );
  expect(plan[0]?.detail).toContain('generation_by_parent');
});
