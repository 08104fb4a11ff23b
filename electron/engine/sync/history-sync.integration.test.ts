import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { createClient, sha256Of, type TestClient } from '../../gateway/testing/test-client.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';
import { type FaultProxy, startFaultProxy } from '../testing/faults/fault-proxy.ts';
import { createTestClock } from '../testing/test-clock.ts';

let gateway: TestGateway;
let proxy: FaultProxy;
let client: TestClient;
let engine: TestEngine;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling5-sync-'));
  gateway = await startTestGateway();
  proxy = await startFaultProxy(() => gateway.baseUrl);
  client = createClient(gateway);
  await open();
});
afterEach(async () => {
  await engine.close();
  await proxy.close();
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  engine = await startTestEngine({
    cloud: () => ({ baseUrl: proxy.baseUrl, token: gateway.token }),
    folder,
  });
  await prepareToCreate(engine);
}

const makeElsewhere = async (prompt = 'A lighthouse in fog') =>
  client.finished((await client.create({ prompt, parameters: { duration: 3 } })).body.id);
const run = () => engine.call('sync.run', {});
const onlyThere = () => engine.call('cloud.onlyThere', {});
const clips = async () => (await engine.call('library.page', {})).items;

describe('clips made elsewhere with the same account', () => {
  it('are listed with what they weigh, and not in the library', async () => {
    const made = await makeElsewhere();
    expect(await run()).toMatchObject({
      problem: null,
      unreadable: 0,
      notTold: 0,
      isRunning: false,
    });
    const sizeBytes = made.outputs[0]?.sizeBytes;
    expect(await onlyThere()).toMatchObject({
      items: [
        { prompt: 'A lighthouse in fog', sizeBytes, durationMs: made.outputs[0]?.durationMs },
      ],
      total: 1,
      bytes: sizeBytes,
      firstExpiresAt: null,
      atRisk: 0,
    });
    expect(await clips()).toEqual([]);
  });

  it('come to this disk when asked, byte for byte, and cost nothing again', async () => {
    const made = await makeElsewhere();
    await run();
    const before = (await client.account()).credits;
    const [clip] = (await onlyThere()).items;
    expect(await engine.call('cloud.download', { ids: [clip?.id ?? ''] })).toEqual({ count: 1 });
    const here = await engine.ended(clip?.id ?? '');
    expect(here).toMatchObject({ status: 'ready', prompt: made.prompt, isInCloud: true });
    const file = await engine.call(
      'media.resolve' as never,
      { kind: 'generation', id: here.id } as never,
    );
    const bytes = await readFile((file as { path: string }).path);
    expect(sha256Of(bytes)).toBe(made.outputs[0]?.sha256);
    expect((await onlyThere()).total).toBe(0);
    expect((await client.account()).credits).toEqual(before);
    expect((await clips()).map(({ id }) => id)).toEqual([here.id]);
    await run();
    expect((await onlyThere()).total).toBe(0);
    expect(await clips()).toHaveLength(1);
  });

  it('come also when their row was edited into nonsense', async () => {
    await makeElsewhere();
    await makeElsewhere('A second one');
    await run();
    engine.engine.context.db.run(
      `update cloud_clip set parameters = '[7]' where prompt like 'A l%'`,
    );
    expect(await engine.call('cloud.download', { ids: null })).toEqual({ count: 2 });
    await engine.until(async () => ((await clips()).length === 2 ? true : null));
    expect((await clips()).map(({ status }) => status)).toEqual(['ready', 'ready']);
  });

  it('come by themselves when the user said so', async () => {
    await engine.call('settings.change', { fetchElsewhere: 'automatic' });
    await makeElsewhere();
    await run();
    const come = await engine.until(async () => (await clips())[0] ?? null);
    expect(come).toMatchObject({ status: 'ready', prompt: 'A lighthouse in fog' });
  });

  it('leave out what was made here', async () => {
    const made = await engine.call('generations.create', demoDraft);
    await engine.ended(made.items[0]?.id ?? '');
    await run();
    expect((await onlyThere()).total).toBe(0);
    expect(await clips()).toHaveLength(1);
  });

  it('show their poster, which is fetched when it is looked at', async () => {
    await makeElsewhere();
    await run();
    const [clip] = (await onlyThere()).items;
    const look = () =>
      engine.call(
        'media.resolve' as never,
        { kind: 'poster', id: clip?.posterId } as never,
      ) as Promise<{
        path: string;
      }>;
    const { path } = await look();
    expect((await readFile(path)).subarray(0, 2).toString('hex')).toBe('ffd8');
    const asked = (await gateway.accessLog()).filter(({ route }) => route === 'outputPoster');
    await look();
    expect((await gateway.accessLog()).filter(({ route }) => route === 'outputPoster')).toEqual(
      asked,
    );
  });

  it('are in the list again when their download was cancelled', async () => {
    await makeElsewhere();
    await run();
    const id = (await onlyThere()).items[0]?.id ?? '';
    proxy.play([{ route: 'outputContent', times: 99, fault: { type: 'cut-before' } }]);
    await engine.call('cloud.download', { ids: [id] });
    expect((await onlyThere()).total).toBe(0);
    await engine.call('generations.cancel', { id });
    expect((await onlyThere()).items.map((item) => item.id)).toEqual([id]);
    proxy.play([]);
    await engine.call('cloud.download', { ids: null });
    expect(await engine.ended(id)).toMatchObject({ status: 'ready' });
  });
});

describe('what the cloud tells can take nothing away', () => {
  const libraryState = () =>
    JSON.stringify([
      engine.engine.context.db.all('select * from generation order by sequence'),
      engine.engine.context.db.all('select * from output order by id'),
      engine.engine.context.db.all('select id, is_gone from cloud_clip order by id'),
    ]);

  beforeEach(async () => {
    const made = await engine.call('generations.create', demoDraft);
    await engine.ended(made.items[0]?.id ?? '');
    await makeElsewhere();
    await run();
  });

  it.each([
    ['an empty list', { items: [], nextCursor: 'x.0', hasMore: false }],
    ['a list of another shape', { items: 'all gone' }],
    ['an error with status 200', { error: { code: 'internal', message: 'No.' } }],
    ['entries that are no jobs', { items: [1, {}, null], nextCursor: 'x.1', hasMore: false }],
    ['nothing', null],
  ])('%s', async (_name, answer) => {
    const before = libraryState();
    proxy.play([
      { route: 'generationChanges', times: 9, fault: { type: 'edit', edit: () => answer } },
    ]);
    await run();
    expect(libraryState()).toBe(before);
  });

  it('says that a complete list lacks clips that are known', async () => {
    const edit = () => ({ items: [], nextCursor: 'x.0', hasMore: false });
    proxy.play([{ route: 'generationChanges', fault: { type: 'edit', edit } }]);
    expect(await run()).toMatchObject({ problem: null, notTold: 2 });
    expect(await run()).toMatchObject({ problem: null, notTold: 0 });
  });

  it('ends a list that goes in circles, and says so', async () => {
    const edit = () => ({ items: [], nextCursor: 'x.0', hasMore: true });
    proxy.play([{ route: 'generationChanges', times: 99, fault: { type: 'edit', edit } }]);
    const before = libraryState();
    expect(await run()).toMatchObject({ problem: { code: 'cloud-invalid-answer' } });
    expect(libraryState()).toBe(before);
    proxy.play([]);
    expect(await run()).toMatchObject({ problem: null });
  });

  it('keeps what it could read beside an entry that makes no sense', async () => {
    await makeElsewhere('A second one');
    const edit = (value: unknown) => {
      const page = value as { items: unknown[] };
      return { ...page, items: [{ id: 7 }, ...page.items] };
    };
    proxy.play([{ route: 'generationChanges', fault: { type: 'edit', edit } }]);
    expect(await run()).toMatchObject({ problem: null, unreadable: 1 });
    expect((await onlyThere()).total).toBe(2);
  });

  it('changes nothing with the same page twice', async () => {
    const before = libraryState();
    await run();
    expect(libraryState()).toBe(before);
  });
});

it('never brings back what was erased here', async () => {
  await makeElsewhere();
  await run();
  const id = (await onlyThere()).items[0]?.id ?? '';
  await engine.call('cloud.download', { ids: [id] });
  await engine.ended(id);
  engine.engine.context.db.run('delete from generation where id = ?', id);
  await run();
  expect((await onlyThere()).total).toBe(0);
  await engine.close();
  await open();
  await run();
  expect((await onlyThere()).total).toBe(0);
  expect(await clips()).toEqual([]);
});

it('lists what goes first first, and drops what is over', async () => {
  const dayMs = 86_400_000;
  await gateway.restart({ faults: { resultsKeptMs: 9 * dayMs } });
  const early = await makeElsewhere('Early');
  await makeElsewhere('Late');
  await run();
  const there = await onlyThere();
  expect(there.atRisk).toBe(0);
  expect(there.items.map(({ prompt }) => prompt)).toEqual(['Early', 'Late']);
  expect(there.firstExpiresAt).toBe(early.expiresAt);
  await gateway.restart({ faults: { resultsKeptMs: 1 } });
  await run();
  expect(await onlyThere()).toMatchObject({ items: [], total: 0 });
});

it('counts those that the cloud will remove within days', async () => {
  await gateway.restart({ faults: { resultsKeptMs: 4 * 86_400_000 } });
  await makeElsewhere();
  await run();
  expect(await onlyThere()).toMatchObject({ total: 1, atRisk: 1 });
});

it('a clock that is a month ahead hides what seems over, and forgets nothing', async () => {
  await gateway.restart({ faults: { resultsKeptMs: 9 * 86_400_000 } });
  await makeElsewhere();
  await run();
  await engine.close();
  const clock = createTestClock(1, Date.now() + 31 * 86_400_000);
  engine = await startTestEngine({
    cloud: () => ({ baseUrl: proxy.baseUrl, token: gateway.token }),
    folder,
    deps: { clock },
  });
  await run();
  expect((await onlyThere()).total).toBe(0);
  clock.jump(-31 * 86_400_000);
  expect((await onlyThere()).total).toBe(1);
});
