// Places that let an export, an import or a move down: full, read-only, gone. Each is told in a sentence, and nothing is left behind.
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TaskState } from '#shared/contract/data.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { makeDrive, type SmallDrive } from '../testing/small-drive.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import { importInto, openTarget } from './testing/import-target.ts';
import { makeSampleLibrary, quiet } from './testing/sample-library.ts';
import { writeArchive } from './export/write-archive.ts';

const megabyte = 1024 * 1024;
let engine: TestEngine;
let drive: SmallDrive | null = null;
beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
});
afterEach(async () => {
  drive?.remove();
  drive = null;
  await engine.remove();
});

function fill(): void {
  const { db } = engine.engine.context;
  const [clip] = fillLibrary({ db, library: engine.library }, ['a large one']);
  writeFileSync(join(engine.library, clip?.file ?? ''), Buffer.alloc(3 * megabyte, 7));
  db.run('update output set size_bytes = ?', 3 * megabyte);
}
async function ended(taskId: TaskState['id']): Promise<TaskState> {
  await engine.engine.context.tasks.ended(taskId);
  return engine.call('tasks.get', { id: taskId });
}
async function exportTo(path: string): Promise<TaskState> {
  const { taskId } = await engine.call('archive.export', { grantId: engine.grant(path) });
  return ended(taskId);
}

it('an export onto a drive that is too small is not begun', async (context) => {
  drive = makeDrive(megabyte);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  fill();
  const folder = drive?.folder ?? '';
  const { error } = await exportTo(join(folder, 'a.zip'));
  expect(error).toMatchObject({ code: 'disk-full' });
  expect(error?.message).toMatch(
    /^The disk is full: \d+ MB needed, 1 MB free\. Make room or choose another disk\.$/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

it('an export onto a drive that takes no more files leaves none', async (context) => {
  drive = makeDrive(64 * megabyte, 1);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  fill();
  const folder = drive?.folder ?? '';
  expect((await exportTo(join(folder, 'a.zip'))).error).toEqual({
    code: 'disk-full',
    message: 'The disk is full. Nothing was kept. Make room or choose another disk.',
  });
  expect(readdirSync(folder)).toEqual([]);
});

it('an export onto a read-only drive says so', async (context) => {
  drive = makeDrive(64 * megabyte);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  fill();
  drive?.makeReadOnly();
  expect((await exportTo(join(drive?.folder ?? '', 'a.zip'))).error).toEqual({
    code: 'disk-read-only',
    message: 'This disk cannot be written to. Choose another place.',
  });
});

it('an export whose folder goes away under it says so, and is no archive', async (context) => {
  drive = makeDrive(64 * megabyte);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  fill();
  const folder = drive?.folder ?? '';
  const path = join(folder, 'a.zip');
  const { taskId } = await engine.call('archive.export', { grantId: engine.grant(path) });
  await engine.until(async () =>
    readdirSync(folder).length > 0 || (await engine.call('tasks.get', { id: taskId })).error
      ? true
      : null,
  );
  drive?.takeOut();
  const state = await ended(taskId);
  expect(state).toMatchObject({ state: 'failed', error: { code: 'file-missing' } });
  expect(state.error?.message).toBe(
    'The folder is not there any more. Connect the drive, or choose another.',
  );
  expect(readdirSync(folder)).toEqual([]);
});

it('an import into a library on a full drive changes nothing', async (context) => {
  drive = makeDrive(4 * megabyte);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  const source = makeSampleLibrary();
  source.addClip({ prompt: 'one', content: Buffer.alloc(5 * megabyte, 1) });
  const archive = join(engine.folder, 'large.zip');
  await writeArchive(source.source, archive, quiet);
  source.remove();
  const target = openTarget(join(drive?.folder ?? '', 'library'));
  const before = target.contents();
  await expect(importInto(target, archive)).rejects.toThrow(
    /^The disk is full: [\d.]+ MB needed, [\d.]+ MB free\. Make room and import again\.$/,
  );
  expect(target.contents()).toEqual(before);
  expect([target.parts(), target.problems(), target.orphans()]).toEqual([[], [], []]);
});

it('a move to a drive that is too small leaves the library where it is, and that drive as it was', async (context) => {
  drive = makeDrive(megabyte);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  fill();
  const to = join(drive?.folder ?? '', 'library');
  const { taskId } = await engine.call('library.move', { grantId: engine.grant(to) });
  const { error } = await ended(taskId);
  expect(error?.message).toMatch(
    /^The disk is full: \d+ MB needed, 1 MB free\. Make room, then try again\.$/,
  );
  expect(await engine.call('library.moveState', {})).toMatchObject({ state: 'none' });
  expect(readdirSync(to)).toEqual([]);
  expect((await engine.call('library.page', {})).items).toHaveLength(1);
});

it('a move to a read-only drive is not begun', async (context) => {
  drive = makeDrive(megabyte);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  fill();
  drive?.makeReadOnly();
  const to = join(drive?.folder ?? '', 'library');
  await expect(engine.call('library.move', { grantId: engine.grant(to) })).rejects.toMatchObject({
    code: 'disk-read-only',
  });
  expect(await engine.call('library.moveState', {})).toMatchObject({ state: 'none' });
});

it('an archive that is renamed away while it is looked at is missed, and nothing changes', async () => {
  const path = join(engine.folder, 'gone.zip');
  writeFileSync(path, 'PK');
  const grantId = engine.grant(path);
  renameSync(path, `${path}.away`);
  await expect(engine.call('archive.inspect', { grantId })).rejects.toMatchObject({
    code: 'file-missing',
  });
});
