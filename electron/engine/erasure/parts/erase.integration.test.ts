// Erasing parts of a library: what goes, what stays, what is said, and that no word of it is on the disk afterwards.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import type { EraseSubject } from '#shared/contract/erase.ts';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { backUp } from '../../database/backup.ts';
import { pieceNeedle, scanFolder, wordNeedle } from '../../testing/byte-scan.ts';
import { demoDraft } from '../../testing/start-engine.ts';

import { createTestClock } from '../../testing/test-clock.ts';
import { useStudio } from '../../testing/use-studio.ts';

const studio = useStudio({ deps: () => ({ clock: createTestClock(100) }) });

async function makeClip(prompt: string): Promise<GenerationDetail> {
  const { items } = await studio.engine.call('generations.create', { ...demoDraft, prompt });
  const clip = await studio.engine.ended(items[0]?.id ?? '');
  expect(clip.status).toBe('ready');
  return clip;
}

async function ended(taskId: string): Promise<string> {
  const state = await studio.engine.until(async () => {
    const task = await studio.engine.call('tasks.get', { id: taskId });
    return task.state === 'running' ? null : task;
  });
  expect(state.error).toBeNull();
  return state.state;
}

async function erase(
  subject: CallInput<EngineContract, 'erase.plan'>['subject'],
  where: 'here' | 'cloud' | 'both' = 'both',
) {
  const plan = await studio.engine.call('erase.plan', { subject, where });
  const { taskId, receiptId } = await studio.engine.call('erase.run', { planId: plan.planId });
  expect(await ended(taskId)).toBe('done');
  const { items } = await studio.engine.call('erase.receipts', {});
  return { plan, receipt: items.find(({ id }) => id === receiptId) };
}

const rows = (sql: string) => studio.engine.engine.context.db.all<Record<string, unknown>>(sql);
const amounts = (list: readonly { kind: string; count: number }[] = []) =>
  Object.fromEntries(list.map(({ kind, count }) => [kind, count]));
const clipsOf = (...clips: readonly GenerationDetail[]): EraseSubject => ({
  type: 'clips',
  ids: clips.map(({ id }) => id),
});

describe('one clip', () => {
  it('goes with its words, files, poster and old backups; nothing of it is on the disk within seconds', async () => {
    const kept = await makeClip('a quiet harbour at dawn');
    const clip = await makeClip('zaffrekumquat lantern over the bay');
    await studio.engine.call('generations.update', { id: clip.id, title: 'wobblyquincunx title' });
    await studio.engine.call('clips.change', {
      ids: [clip.id],
      change: { type: 'notes', notes: 'jocundpterodactyl notes' },
    });
    await studio.engine.call('clips.change', {
      ids: [clip.id],
      change: { type: 'tag', add: ['vexingmarmalade'] },
    });
    await studio.engine.call('drafts.set', {
      draft: { ...demoDraft, prompt: clip.prompt, parameters: {}, images: [], takes: 1 },
    });
    const { context } = studio.engine.engine;
    backUp(context.db.connection, context.paths.backups, 'daily', Date.now() - 86_400_000);
    const files = rows('select file_path, poster_path from output order by generation_sequence');
    const [video, poster] = Object.values(files[1] ?? {}).map((path) =>
      join(studio.engine.library, String(path)),
    );
    for (const file of [video ?? '', poster ?? '']) writeFileSync(file, randomBytes(9000)); // alike in the tests
    const needles = [
      ...['zaffrekumquat', 'wobblyquincunx', 'jocundpterodactyl', 'vexingmarmalade'].map(
        wordNeedle,
      ),
      pieceNeedle('video', readFileSync(video ?? '')),
      pieceNeedle('poster', readFileSync(poster ?? '')),
    ];
    const before = scanFolder(studio.engine.library, needles);
    expect(new Set(before.map(({ needle }) => needle)).size).toBe(needles.length);

    const startedAt = performance.now();
    const { plan, receipt } = await erase(clipsOf(clip));
    expect(performance.now() - startedAt).toBeLessThan(5000);

    expect(scanFolder(studio.engine.library, needles)).toEqual([]);
    expect(existsSync(video ?? '')).toBe(false);
    expect(existsSync(poster ?? '')).toBe(false);
    expect(readdirSync(context.paths.backups)).toHaveLength(1);
    expect(plan).toMatchObject({ clipCount: 1, inCloudCount: 1 });
    const gone = { videos: 1, posters: 1, history: 1, prompts: 1 };
    expect(amounts(plan.goneNow)).toMatchObject({ ...gone, backups: expect.any(Number) });
    expect(amounts(receipt?.removed)).toMatchObject({ ...gone, backups: expect.any(Number) });
    expect(receipt?.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect((await studio.engine.call('library.page', {})).items.map(({ id }) => id)).toEqual([
      kept.id,
    ]);
    expect((await studio.engine.call('drafts.get', {})).draft?.prompt).toBe('');
    expect(rows('select * from erasing_item')).toEqual([]);
    expect(rows('select * from erasing_file')).toEqual([]);
  });

  it('stays in the cloud when only this device is meant, and does not come back from there', async () => {
    const clip = await makeClip('one of two places');
    const { plan } = await erase(clipsOf(clip), 'here');
    expect(plan.goneLater).toEqual([]);
    expect(plan.notCovered).toContainEqual(
      expect.objectContaining({ what: 'Copies in the cloud', count: 1 }),
    );
    expect(rows('select * from erasure')).toEqual([]);
    await studio.engine.call('sync.run', {});
    expect((await studio.engine.call('cloud.onlyThere', {})).items).toEqual([]);
  });

  it('stays here when only the cloud is meant', async () => {
    const clip = await makeClip('kept on this device');
    const { plan, receipt } = await erase(clipsOf(clip), 'cloud');
    expect(plan.goneNow).toEqual([]);
    expect(receipt?.removed).toEqual([]);
    expect(receipt?.cloud.asked).toBe(1);
    expect((await studio.engine.call('library.page', {})).items).toHaveLength(1);
  });

  it('is erased once, however often it is asked for', async () => {
    const clip = await makeClip('clicked twice');
    const { planId } = await studio.engine.call('erase.plan', { subject: clipsOf(clip) });
    const [one, other] = await Promise.all([
      studio.engine.call('erase.run', { planId }),
      studio.engine.call('erase.run', { planId }),
    ]);
    expect(one).toEqual(other);
    await ended(one.taskId);
    expect(await studio.engine.call('erase.run', { planId })).toEqual(one);
    expect((await studio.engine.call('erase.receipts', {})).items).toHaveLength(1);
    expect(rows('select * from erasure')).toHaveLength(1);
  });

  it('keeps a prompt that another clip uses, and says so', async () => {
    const clip = await makeClip('the same words');
    await makeClip('the same words');
    const { plan } = await erase(clipsOf(clip));
    expect(plan.notCovered).toContainEqual(
      expect.objectContaining({ what: 'Prompts that other clips use too', count: 1 }),
    );
    expect((await studio.engine.call('prompts.list', {})).items).toHaveLength(1);
  });

  it('leaves nothing to undo', async () => {
    const clip = await makeClip('a title to forget');
    const other = await makeClip('another');
    await studio.engine.call('clips.change', {
      ids: [clip.id, other.id],
      change: { type: 'rate', rating: 3 },
    });
    await erase(clipsOf(clip));
    expect((await studio.engine.call('changes.undo', {})).step).toBeNull();
  });
});

it('refuses a plan that is not true any more', async () => {
  await makeClip('one');
  const subject = { type: 'matching' as const, filter: {} };
  const { planId } = await studio.engine.call('erase.plan', { subject });
  await makeClip('two');
  await expect(studio.engine.call('erase.run', { planId })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(studio.engine.call('erase.run', { planId: 'never made' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect((await studio.engine.call('library.page', {})).items).toHaveLength(2);
});

it('takes what a filter means, and nothing else', async () => {
  const [old, rated, favourite, young] = [
    await makeClip('old'),
    await makeClip('rated'),
    await makeClip('favourite'),
    await makeClip('young'),
  ];
  const { db } = studio.engine.engine.context;
  const june = Date.parse('2026-06-01T00:00:00Z');
  db.run('update generation set created_at = ? where id <> ?', june - 1, young?.id ?? '');
  await studio.engine.call('clips.change', {
    ids: [rated?.id ?? ''],
    change: { type: 'rate', rating: 4 },
  });
  await studio.engine.call('generations.update', { id: favourite?.id ?? '', isFavourite: true });
  const filter = { madeBefore: new Date(june).toISOString(), ratedAtMost: 3 };
  const { plan } = await erase({ type: 'matching', filter });
  expect(plan.clipCount).toBe(1);
  const left = (await studio.engine.call('library.page', { sort: 'oldest' })).items.map(
    ({ id }) => id,
  );
  expect(left).not.toContain(old?.id);
  expect(left).toHaveLength(3);
});

it('empties the trash, and only what has been in it for long enough', async () => {
  const clips = [await makeClip('first'), await makeClip('second'), await makeClip('stays')];
  await studio.engine.call('clips.change', {
    ids: clips.slice(0, 2).map(({ id }) => id),
    change: { type: 'trash' },
  });
  const { db } = studio.engine.engine.context;
  db.run('update generation set trashed_at = 1000 where id = ?', clips[0]?.id ?? '');
  const trashedBefore = new Date(2000).toISOString();
  expect((await erase({ type: 'trash', trashedBefore })).plan.clipCount).toBe(1);
  expect(await studio.engine.call('library.counts', {})).toMatchObject({ clips: 1, trash: 1 });
  await erase({ type: 'trash' });
  expect(await studio.engine.call('library.counts', {})).toMatchObject({ clips: 1, trash: 0 });
});

it('writes a receipt to a file, without a word of what went', async () => {
  const clip = await makeClip('unspeakableword in a receipt');
  const { receipt } = await erase(clipsOf(clip));
  const path = join(studio.engine.folder, 'receipt.json');
  await studio.engine.call('erase.saveReceipt', {
    id: receipt?.id ?? '',
    grantId: studio.engine.grant(path),
  });
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'kling5-erase-receipt', id: receipt?.id });
  expect(text).not.toContain('unspeakableword');
  expect(readdirSync(studio.engine.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
