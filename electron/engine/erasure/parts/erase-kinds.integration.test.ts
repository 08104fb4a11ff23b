// Kinds of data that are erased as a whole, and the trouble that files make.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import { keptKinds } from '#shared/domain/erase-subject.ts';
import { pngOf } from '../../../gateway/testing/png.ts';
import { startTestGateway, type TestGateway } from '../../../gateway/testing/start-gateway.ts';
import { openSnapshot } from '../../archive/snapshot.ts';
import { writeMoveOrder } from '../../move/move-order.ts';
import { scanFolder, wordNeedle } from '../../testing/byte-scan.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../../testing/start-engine.ts';
import { createTestClock, type TestClock } from '../../testing/test-clock.ts';

let gateway: TestGateway;
let engine: TestEngine;
let clock: TestClock;

beforeEach(async () => {
  gateway = await startTestGateway();
  clock = createTestClock(100);
  engine = await startTestEngine({ cloud: gateway, deps: { clock } });
  await prepareToCreate(engine);
});
afterEach(async () => {
  await engine.remove();
  await gateway.close();
});

async function makeClip(prompt: string, assetId?: string) {
  const images = assetId ? [{ role: 'first-frame' as const, assetId }] : [];
  const kind = assetId ? ('image-to-video' as const) : demoDraft.kind;
  const { items } = await engine.call('generations.create', { ...demoDraft, kind, prompt, images });
  return engine.ended(items[0]?.id ?? '');
}
async function addAsset(name: string, seed: number) {
  const path = join(engine.folder, `${name}.png`);
  writeFileSync(path, pngOf(320, 300, seed));
  const asset = await engine.call('assets.import', { grantId: engine.grant(path) });
  rmSync(path);
  return asset;
}
type Subject = CallInput<EngineContract, 'erase.plan'>['subject'];
const atRest = () =>
  engine.until(async () => {
    const { items } = await engine.call('tasks.list', {});
    return items.some(({ state }) => state === 'running') ? null : items;
  });
async function erase(subject: Subject) {
  const plan = await engine.call('erase.plan', { subject });
  await engine.call('erase.run', { planId: plan.planId });
  await atRest();
  const [receipt] = (await engine.call('erase.receipts', {})).items;
  return { plan, receipt };
}
const ofKind = (kind: Extract<Subject, { type: 'kind' }>['kind']) => erase({ type: 'kind', kind });
const rows = (sql: string) => engine.engine.context.db.all<Record<string, unknown>>(sql);
const found = (...words: readonly string[]) => scanFolder(engine.folder, words.map(wordNeedle));

describe('a kind of data', () => {
  it('reference images go with their names; clips forget them and stay; the cloud is asked', async () => {
    const asset = await addAsset('gargantuanokapi', 1);
    const clip = await makeClip('from a picture', asset.id);
    const { plan, receipt } = await ofKind('assets');
    expect(plan.goneNow).toContainEqual(expect.objectContaining({ kind: 'assets', count: 1 }));
    expect(receipt?.removed).toContainEqual({ kind: 'assets', count: 1, bytes: asset.sizeBytes });
    expect((await engine.call('assets.list', {})).total).toBe(0);
    expect((await engine.call('generations.get', { id: clip.id })).images).toEqual([]);
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
    expect((await engine.call('prompts.list', {})).total).toBe(0);
    expect((await engine.call('library.page', { search: 'zaffrekumquat' })).items).toHaveLength(1);
  });

  it('what is in the composer goes, and its settings stay', async () => {
    const draft = {
      ...demoDraft,
      prompt: 'xanthicbumblebee',
      parameters: {},
      images: [],
      takes: 1,
    };
    await engine.call('drafts.set', { draft });
    await ofKind('draft');
    const kept = (await engine.call('drafts.get', {})).draft;
    expect([kept?.prompt, kept?.modelId]).toEqual(['', demoDraft.modelId]);
    expect(found('xanthicbumblebee')).toEqual([]);
  });

  it('what is kept by name or was written goes, each as a kind of its own; clips and the other kinds stay', async () => {
    const clip = await makeClip('a clip that stays');
    const { collection } = await engine.call('collections.create', { name: 'quixoticmarmoset' });
    const change = { type: 'collect', collectionId: collection.id } as const;
    await engine.call('clips.change', { ids: [clip.id], change });
    await engine.call('searches.save', { name: 'velvetaardwolf', search: 'rain', sort: 'newest' });
    await engine.call('savedPrompts.add', {
      kind: 'snippet',
      title: 'cobaltpangolin',
      text: 'amberwombat',
      tags: ['umberlorikeet'],
    });
    await engine.call('privacyRequests.write', { kind: 'access', text: 'saffrontapir' });
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
    expect((await engine.call('generations.get', { id: clip.id })).status).toBe('ready');
  });

  it('jobs without a result, the ledger, logs and backups go', async () => {
    const failed = await makeClip('a clip that is forgotten');
    engine.engine.context.db.run(`update generation set status = 'failed' where id = ?`, failed.id);
    const log = join(engine.folder, 'logs/engine.log');
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, 'fluorescentyak');
    writeFileSync(join(dirname(log), 'mine.txt'), 'of somebody else');
    expect((await ofKind('history')).plan.clipCount).toBe(1);
    await ofKind('ledger');
    expect(rows(`select 1 from network_request where at < ${clock.now() - 60_000}`)).toEqual([]);
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
    expect((await engine.call('library.page', {})).items).toHaveLength(1);
  });
});

describe('trouble', () => {
  it('a file that is write-protected goes, one that vanished is not counted', async () => {
    const [locked, gone] = [await makeClip('locked'), await makeClip('gone')];
    const file = (id: string) =>
      join(
        engine.library,
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
    expect((await engine.call('library.page', {})).items).toEqual([]);
  });

  it('one that resists is told without its name, and goes at the next start', async () => {
    const clip = await makeClip('zaffrekumquat');
    const { path } = rows('select file_path as path from output')[0] ?? {};
    const file = join(engine.library, String(path));
    rmSync(file);
    const { db } = engine.engine.context;
    db.run(
      `insert into erase_order (id, ordered_at, subject, place) values ('order', 1, 'clips', 'here')`,
    );
    db.run(`insert into erasing_file values ('order', ?, 'videos', 5)`, String(path));
    mkdirSync(join(file, 'in the way'), { recursive: true }); // a folder cannot be unlinked
    await engine.close();
    engine = await startTestEngine({ cloud: gateway, folder: engine.folder, deps: { clock } });
    await atRest();
    const [stuck] = (await engine.call('erase.receipts', {})).items;
    expect(stuck).toMatchObject({ filesLeft: 1, removed: [] });
    expect(JSON.stringify(stuck)).not.toContain('zaffrekumquat');
    rmSync(file, { recursive: true });
    await engine.close();
    engine = await startTestEngine({ cloud: gateway, folder: engine.folder, deps: { clock } });
    await atRest();
    expect((await engine.call('erase.receipts', {})).items[0]).toMatchObject({ filesLeft: 0 });
    expect(clip.status).toBe('ready');
  });

  it('a row that points out of the library reaches nothing there', async () => {
    const clip = await makeClip('points elsewhere');
    const outside = join(engine.folder, 'thesis.mp4');
    writeFileSync(outside, 'of somebody else');
    engine.engine.context.db.run(`update output set file_path = 'videos/../../thesis.mp4'`);
    await expect(
      engine.call('erase.plan', { subject: { type: 'clips', ids: [clip.id] } }),
    ).resolves.toBeDefined();
    await erase({ type: 'clips', ids: [clip.id] });
    expect(existsSync(outside)).toBe(true);
  });

  it('nothing is erased while the library moves', async () => {
    const clip = await makeClip('on the move');
    const subject = { type: 'clips' as const, ids: [clip.id] };
    const { planId } = await engine.call('erase.plan', { subject });
    writeMoveOrder(engine.folder, {
      libraryId: 'lib',
      from: engine.library,
      to: join(engine.folder, 'new'),
      state: 'copying',
    });
    await expect(engine.call('erase.run', { planId })).rejects.toMatchObject({ code: 'busy' });
    expect((await engine.call('library.page', {})).items).toHaveLength(1);
  });

  it('an export that reads the old library holds the words back no longer than it lasts', async () => {
    const clip = await makeClip('zaffrekumquat');
    const snapshot = openSnapshot(engine.engine.context.paths.database);
    const { planId } = await engine.call('erase.plan', {
      subject: { type: 'clips', ids: [clip.id] },
    });
    const { taskId } = await engine.call('erase.run', { planId });
    await engine.until(async () => {
      const { phase } = await engine.call('tasks.get', { id: taskId });
      return phase === 'log' ? true : null;
    });
    expect((await engine.call('tasks.get', { id: taskId })).state).toBe('running');
    snapshot.close();
    await atRest();
    expect(scanFolder(engine.library, [wordNeedle('zaffrekumquat')])).toEqual([]);
  });
});
