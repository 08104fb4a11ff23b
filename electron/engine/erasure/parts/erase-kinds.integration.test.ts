// Kinds of data that are erased as a whole, and the trouble that files make.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import { keptKinds } from '#shared/domain/erase-subject.ts';
import { pngOf } from '../../../gateway/testing/png.ts';
import { openSnapshot } from '../../archive/export/snapshot.ts';
import { writeMoveOrder } from '../../move/move-order.ts';
import { scanFolder, wordNeedle } from '../../testing/byte-scan.ts';
import { demoDraft } from '../../testing/start-engine.ts';
import { createTestClock } from '../../testing/test-clock.ts';
import { useStudio } from '../../testing/use-studio.ts';

const studio = useStudio({ deps: () => ({ clock: createTestClock(100) }) });

async function makeClip(prompt: string, assetId?: string) {
  const images = assetId ? [{ role: 'first-frame' as const, assetId }] : [];
  const kind = assetId ? ('image-to-video' as const) : demoDraft.kind;
  const { items } = await studio.engine.call('generations.create', {
    ...demoDraft,
    kind,
    prompt,
    images,
  });
  return studio.engine.ended(items[0]?.id ?? '');
}
async function addAsset(name: string, seed: number) {
  const path = join(studio.engine.folder, `${name}.png`);
  writeFileSync(path, pngOf(320, 300, seed));
  const asset = await studio.engine.call('assets.import', { grantId: studio.engine.grant(path) });
  rmSync(path);
  return asset;
}
type Subject = CallInput<EngineContract, 'erase.plan'>['subject'];
const atRest = () =>
  studio.engine.until(async () => {
    const { items } = await studio.engine.call('tasks.list', {});
    return items.some(({ state }) => state === 'running') ? null : items;
  });
async function erase(subject: Subject) {
  const plan = await studio.engine.call('erase.plan', { subject });
  await studio.engine.call('erase.run', { planId: plan.planId });
  await atRest();
  const [receipt] = (await studio.engine.call('erase.receipts', {})).items;
  return { plan, receipt };
}
const ofKind = (kind: Extract<Subject, { type: 'kind' }>['kind']) => erase({ type: 'kind', kind });
const rows = (sql: string) => studio.engine.engine.context.db.all<Record<string, unknown>>(sql);
const found = (...words: readonly string[]) =>
  scanFolder(studio.engine.folder, words.map(wordNeedle));

describe('a kind of data', () => {
  it('reference images go with their names; clips forget them and stay; the cloud is asked', async () => {
    const asset = await addAsset('gargantuanokapi', 1);
    const clip = await makeClip('from a picture', asset.id);
    const { plan, receipt } = await ofKind('assets');
    expect(plan.goneNow).toContainEqual(expect.objectContaining({ kind: 'assets', count: 1 }));
    expect(receipt?.removed).toContainEqual({ kind: 'assets', count: 1, bytes: asset.sizeBytes });
    expect((await studio.engine.call('assets.list', {})).total).toBe(0);
    expect((await studio.engine.call('generations.get', { id: clip.id })).images).toEqual([]);
    expect(rows('select subjects from erasure')).toEqual([
      { subjects: JSON.stringify([{ type: 'asset', sha256: asset.sha256 }]) },
    ]);
    expect(found('gargantuanokapi')).toEqual([]);
  });

  it('the history of prompts goes, and the clips keep their own', async () => {
    await makeClip('zaffrekumquat');
    const { plan } = await ofKind('prompts');
    expect(plan.notCovered).toContainEqual(
      expect.objectContaining({ what: 'Prompts that other clips use too', count: 1 }),
    );
    expect((await studio.engine.call('prompts.list', {})).total).toBe(0);
    expect(
      (await studio.engine.call('library.page', { search: 'zaffrekumquat' })).items,
    ).toHaveLength(1);
  });

  it('what is in the composer goes, and its settings stay', async () => {
    const draft = {
      ...demoDraft,
      prompt: 'xanthicbumblebee',
      parameters: {},
      images: [],
      takes: 1,
    };
    await studio.engine.call('drafts.set', { draft });
    await ofKind('draft');
    const kept = (await studio.engine.call('drafts.get', {})).draft;
    expect([kept?.prompt, kept?.modelId]).toEqual(['', demoDraft.modelId]);
    expect(found('xanthicbumblebee')).toEqual([]);
  });

  it('what is kept by name or was written goes, each as a kind of its own; clips and the other kinds stay', async () => {
    const clip = await makeClip('a clip that stays');
    const { collection } = await studio.engine.call('collections.create', {
      name: 'quixoticmarmoset',
    });
    const change = { type: 'collect', collectionId: collection.id } as const;
    await studio.engine.call('clips.change', { ids: [clip.id], change });
    await studio.engine.call('searches.save', {
      name: 'velvetaardwolf',
      search: 'rain',
      sort: 'newest',
    });
    await studio.engine.call('savedPrompts.add', {
      kind: 'snippet',
      title: 'cobaltpangolin',
      text: 'amberwombat',
      tags: ['umberlorikeet'],
    });
    await studio.engine.call('privacyRequests.write', { kind: 'access', text: 'saffrontapir' });
    const words = {
      'saved-prompts': ['cobaltpangolin', 'amberwombat', 'umberlorikeet'],
      'saved-searches': ['velvetaardwolf'],
      collections: ['quixoticmarmoset'],
      requests: ['saffrontapir'],
    } as const;
    for (const kind of keptKinds) {
      const { plan, receipt } = await ofKind(kind);
      expect(plan.goneNow).toContainEqual(expect.objectContaining({ thing: kind, count: 1 }));
      expect(receipt?.removed).toContainEqual({ kind, count: 1, bytes: 0 });
      expect(found(...words[kind])).toEqual([]);
    }
    expect((await studio.engine.call('generations.get', { id: clip.id })).status).toBe('ready');
  });

  it('jobs without a result, the ledger, logs and backups go', async () => {
    const failed = await makeClip('a clip that is forgotten');
    studio.engine.engine.context.db.run(
      `update generation set status = 'failed' where id = ?`,
      failed.id,
    );
    const log = join(studio.engine.folder, 'logs/engine.log');
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, 'fluorescentyak');
    writeFileSync(join(dirname(log), 'mine.txt'), 'of somebody else');
    expect((await ofKind('history')).plan.clipCount).toBe(1);
    await ofKind('ledger');
    expect(
      rows(
        `select 1 from network_request where at < ${studio.engine.engine.context.clock.now() - 60_000}`,
      ),
    ).toEqual([]);
    await ofKind('logs');
    expect(readdirSync(dirname(log))).toEqual(['mine.txt']);
    expect((await ofKind('backups')).receipt?.subject).toEqual({ type: 'kind', kind: 'backups' });
    expect(found('fluorescentyak', 'a clip that is forgotten')).toEqual([]);
  });

  it('is never everything in the cloud by mistake: its copies go there and stay here', async () => {
    await makeClip('kept here');
    const { plan, receipt } = await erase({ type: 'cloud-copies' });
    expect([plan.where, plan.goneNow]).toEqual(['cloud', []]);
    expect(receipt?.cloud.asked).toBe(1);
    expect((await studio.engine.call('library.page', {})).items).toHaveLength(1);
  });
});

describe('trouble', () => {
  it('a file that is write-protected goes, one that vanished is not counted', async () => {
    const [locked, gone] = [await makeClip('locked'), await makeClip('gone')];
    const file = (id: string) =>
      join(
        studio.engine.library,
        String(
          rows(`select file_path as path from output join generation g on g.sequence = generation_sequence
            where g.id = '${id}'`)[0]?.['path'],
        ),
      );
    chmodSync(file(locked.id), 0o400);
    rmSync(file(gone.id));
    const { receipt } = await erase({ type: 'clips', ids: [locked.id, gone.id] });
    expect(receipt?.removed).toContainEqual(expect.objectContaining({ kind: 'videos', count: 1 }));
    expect(receipt?.filesLeft).toBe(0);
    expect((await studio.engine.call('library.page', {})).items).toEqual([]);
  });

  it('one that resists is told without its name, and goes at the next start', async () => {
    const clip = await makeClip('zaffrekumquat');
    const { path } = rows('select file_path as path from output')[0] ?? {};
    const file = join(studio.engine.library, String(path));
    rmSync(file);
    const { db } = studio.engine.engine.context;
    db.run(
      `insert into erase_order (id, ordered_at, subject, place) values ('order', 1, 'clips', 'here')`,
    );
    db.run(`insert into erasing_file values ('order', ?, 'videos', 5)`, String(path));
    mkdirSync(join(file, 'in the way'), { recursive: true }); // a folder cannot be unlinked
    await studio.restartEngine();
    await atRest();
    const [stuck] = (await studio.engine.call('erase.receipts', {})).items;
    expect(stuck).toMatchObject({ filesLeft: 1, removed: [] });
    expect(JSON.stringify(stuck)).not.toContain('zaffrekumquat');
    rmSync(file, { recursive: true });
    await studio.restartEngine();
    await atRest();
    expect((await studio.engine.call('erase.receipts', {})).items[0]).toMatchObject({
      filesLeft: 0,
    });
    expect(clip.status).toBe('ready');
  });

  it('a row that points out of the library reaches nothing there', async () => {
    const clip = await makeClip('points elsewhere');
    const outside = join(studio.engine.folder, 'thesis.mp4');
    writeFileSync(outside, 'of somebody else');
    studio.engine.engine.context.db.run(`update output set file_path = 'videos/../../thesis.mp4'`);
    await expect(
      studio.engine.call('erase.plan', { subject: { type: 'clips', ids: [clip.id] } }),
    ).resolves.toBeDefined();
    await erase({ type: 'clips', ids: [clip.id] });
    expect(existsSync(outside)).toBe(true);
  });

  it('nothing is erased while the library moves', async () => {
    const clip = await makeClip('on the move');
    const subject = { type: 'clips' as const, ids: [clip.id] };
    const { planId } = await studio.engine.call('erase.plan', { subject });
    writeMoveOrder(studio.engine.folder, {
      libraryId: 'lib',
      from: studio.engine.library,
      to: join(studio.engine.folder, 'new'),
      state: 'copying',
    });
    await expect(studio.engine.call('erase.run', { planId })).rejects.toMatchObject({
      code: 'busy',
    });
    expect((await studio.engine.call('library.page', {})).items).toHaveLength(1);
  });

  it('an export that reads the old library holds the words back no longer than it lasts', async () => {
    const clip = await makeClip('zaffrekumquat');
    const snapshot = openSnapshot(studio.engine.engine.context.paths.database);
    const { planId } = await studio.engine.call('erase.plan', {
      subject: { type: 'clips', ids: [clip.id] },
    });
    const { taskId } = await studio.engine.call('erase.run', { planId });
    await studio.engine.until(async () => {
      const { phase } = await studio.engine.call('tasks.get', { id: taskId });
      return phase === 'log' ? true : null;
    });
    expect((await studio.engine.call('tasks.get', { id: taskId })).state).toBe('running');
    snapshot.close();
    await atRest();
    expect(scanFolder(studio.engine.library, [wordNeedle('zaffrekumquat')])).toEqual([]);
  });
});
