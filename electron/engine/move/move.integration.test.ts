// A library moves to another folder: to the same drive and to another one, cancelled, refused, changed meanwhile.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import type { TaskId } from '#shared/domain/ids.ts';
import { pngOf } from '../../gateway/testing/png.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { arrivingName, markerName } from '../library/library-paths.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';
import { otherDrive } from '../testing/other-drive.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { readMoveOrder } from './move-order.ts';

let gateway: TestGateway;
let home = '';
let engine: TestEngine;
const others: string[] = [];

/** Fast, so that the old folder is emptied at once. */
const start = (library?: string) =>
  startTestEngine({
    cloud: gateway,
    folder: home,
    ...(library === undefined ? {} : { library }),
    deps: { clock: createTestClock(100) },
  });

beforeEach(async () => {
  gateway = await startTestGateway();
  home = await mkdtemp(join(tmpdir(), 'kling5-move-'));
  engine = await start();
});
afterEach(async () => {
  await engine.remove();
  await gateway.close();
  for (const folder of others.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function makeFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'kling5-moved-'));
  others.push(folder);
  return folder;
}

/** Two clips, one of them from an image. */
async function fill(): Promise<readonly string[]> {
  await prepareToCreate(engine);
  const picture = join(home, 'picture.png');
  writeFileSync(picture, pngOf(320, 320, 3));
  const { id: assetId } = await engine.call('assets.import', { grantId: engine.grant(picture) });
  const ids: string[] = [];
  for (const draft of [
    demoDraft,
    {
      ...demoDraft,
      kind: 'image-to-video' as const,
      images: [{ role: 'first-frame' as const, assetId }],
    },
  ]) {
    const { items } = await engine.call('generations.create', draft);
    for (const { id } of items) ids.push((await engine.ended(id)).id);
  }
  return ids;
}

async function move(to: string): Promise<string> {
  const { taskId } = await engine.call('library.move', { grantId: engine.grant(to) });
  return endOf(taskId);
}

async function endOf(id: TaskId): Promise<string> {
  const end = await engine.until(async () => {
    const task = await engine.call('tasks.get', { id });
    return task.state === 'running' ? null : task;
  });
  return end.error?.code ?? end.state;
}

/** As the host does when it is asked. */
async function startAgain(library?: string): Promise<void> {
  await engine.close();
  engine = await start(library);
}

async function expectWhole(ids: readonly string[], library: string): Promise<void> {
  const { items } = await engine.call('library.page', {});
  expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const media = await engine.engine.handlers['media.resolve'](
      { kind: 'generation', id },
      { signal: new AbortController().signal },
    );
    expect(media.path.startsWith(library)).toBe(true);
    expect(statSync(media.path).size).toBe(media.sizeBytes);
  }
}

async function untilGone(path: string): Promise<void> {
  await expect.poll(() => existsSync(path)).toBe(false);
}

test.each([
  ['on the same drive', tmpdir()],
  ['on another drive', otherDrive()],
])('a library moves to a folder %s and leaves nothing of ours behind', async (_, drive) => {
  const ids = await fill();
  const old = engine.library;
  mkdirSync(join(old, 'videos', 'mine'), { recursive: true });
  writeFileSync(join(old, 'videos', 'mine', 'notes.txt'), 'of somebody else');
  const to = await makeFolder(drive);
  expect(await move(to)).toBe('done');
  await expectWhole(ids, old); // it works on until the engine starts again
  await startAgain();
  expect(engine.engine.context.paths.library).toBe(to);
  await expectWhole(ids, to);
  await untilGone(join(old, markerName));
  expect(new Set(readdirSync(old, { recursive: true, encoding: 'utf8' }))).toEqual(
    new Set(['videos', join('videos', 'mine'), join('videos', 'mine', 'notes.txt')]),
  );
  expect(readMoveOrder(home)).toBeNull();
  expect(existsSync(join(to, arrivingName))).toBe(false);
  expect(await engine.call('library.moveState', {})).toMatchObject({ state: 'none' });
});

it('takes over what came after the files were copied, and not what was erased', async () => {
  const ids = await fill();
  const to = await makeFolder();
  await move(to);
  const { items } = await engine.call('generations.create', { ...demoDraft, prompt: 'came late' });
  const [late] = await Promise.all(items.map(({ id }) => engine.ended(id)));
  const stale = join(to, 'posters', 'gone00000000.jpg');
  writeFileSync(stale, 'the poster of a clip that was erased meanwhile');
  await startAgain();
  await expectWhole([...ids, late?.id ?? ''], to);
  expect(existsSync(stale)).toBe(false);
});

it('works on where it was when the new folder is gone at the end, and goes on later', async () => {
  const ids = await fill();
  const to = await makeFolder();
  await move(to);
  rmSync(to, { recursive: true });
  await startAgain();
  expect(engine.engine.context.paths.library).toBe(join(home, 'library'));
  await expectWhole(ids, join(home, 'library'));
  expect(await engine.call('library.moveState', {})).toMatchObject({ state: 'interrupted' });
  mkdirSync(to);
  const { taskId } = await engine.call('library.continueMove', {});
  expect(await endOf(taskId)).toBe('done');
  await startAgain();
  await expectWhole(ids, to);
});

it('leaves nothing in the new folder when it is cancelled or discarded', async () => {
  await fill();
  const to = await makeFolder(otherDrive());
  const { taskId } = await engine.call('library.move', { grantId: engine.grant(to) });
  await engine.call('tasks.cancel', { id: taskId });
  const end = await endOf(taskId);
  if (end === 'done') await engine.call('library.discardMove', {}); // it was faster
  expect(readdirSync(to)).toEqual([]);
  expect(await engine.call('library.moveState', {})).toMatchObject({ state: 'none' });
});

it('erases the half of a move with everything else', async () => {
  await fill();
  const to = await makeFolder();
  await move(to);
  const plan = await engine.call('erasure.plan', {});
  await engine.call('erasure.order', { planId: plan.planId, alsoCloud: false });
  expect(readdirSync(to)).toEqual([]);
});

test.each<[string, (folder: string) => string | Promise<string>]>([
  ['the home folder of the user', () => homedir()],
  ['the root of a drive', () => '/'],
  ['the folder of the app', () => home],
  ['the library itself', () => join(home, 'library')],
  ['a folder in the library', () => join(home, 'library', 'videos', 'new')],
  ['a folder around it', () => home],
  [
    'a link into the library',
    async () => {
      const link = join(await makeFolder(), 'link');
      symlinkSync(join(home, 'library', 'videos'), link);
      return link;
    },
  ],
  [
    'a folder with files of others',
    async () => {
      const folder = await makeFolder();
      writeFileSync(join(folder, 'holiday.jpg'), 'x');
      return folder;
    },
  ],
  [
    'another library',
    async () => {
      const folder = await makeFolder();
      writeFileSync(join(folder, markerName), JSON.stringify({ format: 1, libraryId: 'other' }));
      return folder;
    },
  ],
])('%s is refused with a sentence', async (_, place) => {
  await fill();
  const to = await place(home);
  const before = existsSync(to) ? readdirSync(to).sort() : [];
  await expect(engine.call('library.move', { grantId: engine.grant(to) })).rejects.toMatchObject({
    code: 'library-not-ours',
    message: expect.stringMatching(/^[A-Z].+\.$/),
  });
  expect(existsSync(to) ? readdirSync(to).sort() : []).toEqual(before);
  expect(readMoveOrder(home)).toBeNull();
});

it('does not believe an order that was changed by hand', async () => {
  const ids = await fill();
  writeFileSync(join(home, 'library-move.json'), '{"state":"switched","to":"/etc"}');
  await startAgain();
  await expectWhole(ids, join(home, 'library'));
  expect(readFileSync(join(home, 'library-move.json'), 'utf8')).toContain('/etc');
});
