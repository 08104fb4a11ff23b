// Backups by a plan: made when they are due, verified, the newest kept and nobody else's file touched; told when they do not work; and the
// way back, which first saves what is there.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackupState } from '#shared/contract/backups.ts';
import { verifyArchive } from '../archive/verify/verify.ts';
import { type FilledClip, fillLibrary } from '../testing/fill-library.ts';
import { makeBackup } from './make-backup.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import { createTestClock, type TestClock } from '../testing/test-clock.ts';

const hourMs = 3_600_000;
let engine: TestEngine;
let clock: TestClock;
let folder = '';
beforeEach(async () => {
  clock = createTestClock(3000, Date.UTC(2026, 10, 23, 12)); // a look every tenth of a second
  folder = await mkdtemp(join(tmpdir(), 'kling5-backups-'));
  engine = await startTestEngine({ cloud: null, deps: { clock } });
});
afterEach(async () => {
  clock.stop();
  await engine.remove();
  rmSync(folder, { recursive: true, force: true });
});

const choose = () => engine.call('backups.choose', { grantId: engine.grant(folder) });
const state = () => engine.call('backups.state', {});
const zips = () => readdirSync(folder).filter((name) => name.endsWith('.zip'));
/** The state as soon as it is so and nothing runs. */
const settled = (isSo: (known: BackupState) => boolean) =>
  engine.until(async () => {
    const known = await state();
    return known.taskId === null && isSo(known) ? known : null;
  });
async function backUp(): Promise<void> {
  const { taskId } = await engine.call('backups.now', {});
  await engine.engine.context.tasks.ended(taskId);
}

describe('a plan', () => {
  it('makes a verified backup when it is due, keeps the newest, and leaves what is not its own', async () => {
    fillLibrary({ db: engine.engine.context.db, library: engine.library }, ['one', 'two']);
    await choose();
    const foreign = 'Kling 5 Studio backup 2020-01-01 00-00-00.zip';
    writeFileSync(join(folder, foreign), 'mine');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await engine.call('backups.change', { isOn: true, everyHours: 6, keep: 2 });
    const first = await settled(({ backups }) => backups.length === 1);
    expect(await verifyArchive(join(folder, first.backups[0]?.name ?? ''))).toMatchObject({
      ok: true,
    });
    expect(Date.parse(first.nextAt ?? '') - Date.parse(first.lastAt ?? '')).toBe(6 * hourMs);
    for (const count of [2, 2, 2]) {
      const before = (await state()).lastAt;
      clock.jump(6 * hourMs);
      await settled(({ lastAt, backups }) => lastAt !== before && backups.length === count);
    }
    expect(zips()).toHaveLength(3);
    expect(readFileSync(join(folder, foreign), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('gives two in one second names of their own', async () => {
    await choose();
    const { context } = engine.engine;
    const order = {
      folder,
      kind: 'planned',
      includeMedia: true,
      keep: 5,
      progress: { phase: () => undefined, add: () => undefined, items: () => undefined },
      signal: new AbortController().signal,
    } as const;
    const still = { ...context, clock: { ...clock, now: () => Date.UTC(2026, 0, 1, 9) } };
    for (let count = 0; count < 3; count += 1) await makeBackup(still, order);
    expect(zips().toSorted()).toEqual(
      ['00', '01', '02'].map((second) => `Kling 5 Studio backup 2026-01-01 09-00-${second}.zip`),
    );
  });

  it('says why it did not work, and works again when the drive is back', async () => {
    await choose();
    renameSync(folder, `${folder}-away`);
    await engine.call('backups.change', { isOn: true });
    const lost = await settled(({ problem }) => problem !== null);
    expect(lost).toMatchObject({ isFolderThere: false, backups: [] });
    expect(lost.problem?.message).toMatch(/^The backup folder is not there/);
    expect(existsSync(folder)).toBe(false); // nothing is put where a drive was
    renameSync(`${folder}-away`, folder);
    clock.jump(hourMs);
    expect(await settled(({ backups }) => backups.length === 1)).toMatchObject({ problem: null });
  });

  it('makes none where the disk does not let it, and keeps the old one', async () => {
    await choose();
    await backUp();
    const before = zips();
    clock.jump(hourMs);
    const { database } = engine.engine.context.paths;
    renameSync(database, `${database}-away`);
    await backUp();
    renameSync(`${database}-away`, database);
    expect((await state()).problem).not.toBeNull();
    expect(zips()).toEqual(before);
  });

  it.each(['home', 'library', 'root'])('is refused in the %s', async (place) => {
    const paths = { home: engine.folder, library: engine.library, root: '/' };
    const path = paths[place as keyof typeof paths];
    await expect(
      engine.call('backups.choose', { grantId: engine.grant(path) }),
    ).rejects.toMatchObject({ code: 'library-not-ours' });
    expect((await state()).folderLabel).toBeNull();
  });

  it('never tells where the folder is', async () => {
    await choose();
    await backUp();
    expect(JSON.stringify([await state(), engine.events])).not.toContain(folder);
    const { items } = await engine.call('data.rows', { kind: 'backups' });
    const records = await Promise.all(
      items.map(({ id }) => engine.call('data.record', { kind: 'backups', id })),
    );
    expect(JSON.stringify([items, records])).not.toContain(folder);
  });
});

/** Clips whose rows say the truth about their files, as an archive demands. */
function fill(prompts: readonly string[]): FilledClip[] {
  const { db } = engine.engine.context;
  const clips = fillLibrary({ db, library: engine.library }, prompts);
  for (const { sequence, prompt } of clips) {
    const sha256 = createHash('sha256').update(prompt).digest('hex');
    db.run('update output set sha256 = ? where generation_sequence = ?', sha256, sequence);
  }
  return clips;
}

/** Backs up, lets time pass, changes something, and restores. */
async function restoreAfter(change: () => Promise<void>): Promise<void> {
  await choose();
  await backUp();
  const [backup] = (await state()).backups;
  await change();
  clock.jump(60_000);
  const { taskId } = await engine.call('backups.restore', { name: backup?.name ?? '' });
  await engine.engine.context.tasks.ended(taskId);
  expect((await engine.call('tasks.get', { id: taskId })).error).toBeNull();
}

/** The names, each with the prompts of its clips. */
function collections(): Record<string, string[]> {
  const rows = engine.engine.context.db.all<{ readonly name: string; readonly prompt: string }>(
    `select name, prompt from collection c join collection_item i on i.collection_sequence = c.sequence
       join generation g on g.sequence = i.generation_sequence order by name, prompt`,
  );
  const byName: Record<string, string[]> = {};
  for (const { name, prompt } of rows) (byName[name] ??= []).push(prompt);
  return byName;
}

describe('a restore', () => {
  it('saves what is there, brings back what was erased or changed, and leaves what is new', async () => {
    const { db } = engine.engine.context;
    const [one, two] = fill(['one', 'two']);
    db.run(`insert into tag (id, name, created_at) values (1, 'kept', 0), (2, 'later', 0)`);
    db.run('insert into generation_tag values (?, 1)', one?.sequence ?? 0);
    db.run(`update generation set title = 'As it was', rating = 4 where id = ?`, one?.id ?? '');
    await choose();
    await backUp();
    const [backup] = (await state()).backups;
    db.run(`update generation set title = 'Spoilt', rating = 0 where id = ?`, one?.id ?? '');
    db.run('delete from generation where id = ?', two?.id ?? '');
    db.run(
      'update generation_tag set tag_id = 2 where generation_sequence = ?',
      one?.sequence ?? 0,
    );
    fill(['three']);
    clock.jump(60_000);
    const { taskId } = await engine.call('backups.restore', { name: backup?.name ?? '' });
    await engine.engine.context.tasks.ended(taskId);
    expect((await engine.call('tasks.get', { id: taskId })).error).toBeNull();
    const rows = db.all('select prompt, title, rating from generation order by prompt');
    expect(rows).toEqual([
      { prompt: 'one', title: 'As it was', rating: 4 },
      { prompt: 'three', title: '', rating: 0 },
      { prompt: 'two', title: '', rating: 0 },
    ]);
    expect(
      db.all(
        'select name from tag join generation_tag on tag_id = id where generation_sequence = ?',
        one?.sequence ?? 0,
      ),
    ).toEqual([{ name: 'kept' }]);
    const saved = (await state()).backups.find(({ kind }) => kind === 'before-restore');
    expect(await verifyArchive(join(folder, saved?.name ?? ''))).toMatchObject({ ok: true });
  });

  it('puts clips back into collections that they left, and leaves in what was put in since', async () => {
    const clips = fill(['one', 'two', 'three', 'four']);
    const [one = '', two = '', three = '', four = ''] = clips.map(({ id }) => id as string);
    const put = (ids: readonly string[], collectionId: string, isIn = true) =>
      engine.call('clips.change', {
        ids: [...ids],
        change: { type: isIn ? 'collect' : 'uncollect', collectionId },
      });
    const make = async (name: string) =>
      (await engine.call('collections.create', { name })).collection.id;
    const [reel, lost] = [await make('Reel'), await make('Lost')];
    await put([one, two, three], reel);
    await put([two], lost);
    await restoreAfter(async () => {
      await put([two, three], reel, false);
      await put([four], reel);
      await engine.call('collections.rename', { id: reel, name: 'Reel 2' });
      await engine.call('collections.delete', { id: lost });
    });
    expect(collections()).toEqual({
      'Reel 2': ['four', 'one', 'three', 'two'],
      Lost: ['two'],
    });
  });

  it('brings back prompts that were erased, and keeps a later wording with the one of then beside it', async () => {
    const save = (title: string, text: string) => engine.call('savedPrompts.add', { title, text });
    const [kept, gone] = [await save('Kept', 'as it was'), await save('Gone', 'comes back')];
    await restoreAfter(async () => {
      clock.jump(60_000);
      await engine.call('savedPrompts.change', { id: kept.id, text: 'as it is now' });
      await engine.call('savedPrompts.erase', { id: gone.id });
    });
    const rows = engine.engine.context.db.all<{ readonly versions: string }>(
      'select title, text, versions from saved_prompt order by title',
    );
    expect(rows).toMatchObject([
      { title: 'Gone', text: 'comes back' },
      { title: 'Kept', text: 'as it is now' },
    ]);
    expect(rows[1]?.versions).toContain('as it was');
  });

  it.each(['../../etc/passwd', 'notes.txt', 'Kling 5 Studio backup 2020-01-01 00-00-00.zip'])(
    'knows only its own files: %s',
    async (name) => {
      await choose();
      writeFileSync(join(folder, 'notes.txt'), 'mine');
      await expect(engine.call('backups.restore', { name })).rejects.toMatchObject({
        code: 'not-found',
      });
    },
  );
});
