// Files that were moved, renamed, edited or deleted behind the library's back, on a real disk.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FilledClip, fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;
let clips: FilledClip[];

beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  clips = fillLibrary({ db, library: engine.library }, ['one', 'two', 'six', 'a longer one']);
  for (const { sequence, prompt } of clips) {
    const sha256 = createHash('sha256').update(prompt).digest('hex');
    db.run('update output set sha256 = ? where generation_sequence = ?', sha256, sequence);
  }
});
afterEach(() => engine.remove());

const fileOf = (index: number) => join(engine.library, clips[index]?.file ?? '');
async function find() {
  const { taskId } = await engine.call('library.findFiles', {});
  await engine.engine.context.tasks.ended(taskId);
  return (await engine.call('tasks.get', { id: taskId })).result?.files;
}
const found = async (search: string) =>
  (await engine.call('library.page', { search })).items.map(({ prompt }) => prompt);

it('finds nothing wrong when all is in its place', async () => {
  expect(await find()).toEqual({ checked: 4, found: 0, missing: 0, changed: 0 });
});

it('finds moved and renamed files by their content, also when two changed places', async () => {
  mkdirSync(join(engine.library, 'videos', 'Client A'));
  const moved = join(engine.library, 'videos', 'Client A', 'hero – 東京.mp4');
  renameSync(fileOf(3), moved);
  const aside = join(engine.library, 'videos', 'aside.mp4');
  renameSync(fileOf(0), aside);
  expect(await find()).toEqual({ checked: 4, found: 2, missing: 0, changed: 0 });
  const { db } = engine.engine.context;
  const path = db.get<{ path: string }>(
    'select file_path as path from output where generation_sequence = 4',
  );
  expect(path).toEqual({ path: 'videos/Client A/hero – 東京.mp4' });
  expect(readFileSync(moved, 'utf8')).toBe('a longer one');
  expect(await found('is:missing')).toEqual([]);
});

it('lists what is gone as missing, and takes it back when it comes back', async () => {
  rmSync(fileOf(1));
  expect(await find()).toMatchObject({ missing: 1, found: 0 });
  expect(await found('is:missing')).toEqual(['two']);
  writeFileSync(fileOf(1), 'two');
  expect(await find()).toMatchObject({ missing: 0 });
  expect(await found('is:missing')).toEqual([]);
});

it('tells of one that was edited, and does not take another for it', async () => {
  writeFileSync(fileOf(0), 'one, edited');
  writeFileSync(join(engine.library, 'videos', 'stranger.mp4'), 'xyz');
  expect(await find()).toEqual({ checked: 4, found: 0, missing: 0, changed: 1 });
});
