// Jobs against the real gateway that misbehaves by a script: each ends delivered once, or with its credits back.
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { RenderFailure } from '../../gateway/backend.ts';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';

type Gateway = Awaited<ReturnType<typeof startTestGateway>>;
type GatewayOptions = NonNullable<Parameters<typeof startTestGateway>[0]>;

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(
  options: GatewayOptions = {},
): Promise<{ gateway: Gateway; engine: TestEngine }> {
  const gateway = await startTestGateway(options);
  cleanups.push(() => gateway.close());
  const engine = await startTestEngine({ cloud: gateway, deps: { random: () => 0.01 } });
  cleanups.push(() => engine.remove());
  await prepareToCreate(engine);
  return { gateway, engine };
}

async function create(engine: TestEngine, prompt = demoDraft.prompt, takes = 1): Promise<string[]> {
  const { items } = await engine.call('generations.create', { ...demoDraft, prompt, takes });
  return items.map(({ id }) => id);
}

async function one(engine: TestEngine, prompt?: string): Promise<string> {
  return (await create(engine, prompt))[0] ?? '';
}

async function creditsOf(engine: TestEngine): Promise<number> {
  const { items } = await engine.call('account.credits', { limit: 200 });
  return items.reduce((sum, { amount }) => sum + amount, 0);
}

const startCredits = 2400;

test('every take of a click is made, one after the other, each charged once', async () => {
  const { engine } = await start();
  const ids = await create(engine, 'a lighthouse at dawn', 3);
  const made = [];
  for (const id of ids) made.push(await engine.ended(id));
  expect(made.map(({ status, take, takeCount }) => [status, take, takeCount])).toEqual([
    ['ready', 1, 3],
    ['ready', 2, 3],
    ['ready', 3, 3],
  ]);
  expect(new Set(made.map(({ output }) => output?.sha256)).size).toBe(3);
  expect(await creditsOf(engine)).toBe(startCredits - 90);
});

test.each([
  ['the answer to the submission is lost', 'createGeneration', 'after', { type: 'drop' }],
  ['the submission never arrives', 'createGeneration', 'before', { type: 'drop' }],
  ['the submission is answered with a page', 'createGeneration', 'after', { type: 'html' }],
  ['the cloud is busy', 'createGeneration', 'before', { type: 'status', status: 503 }],
  ['a look at the job is dropped', 'getGeneration', 'before', { type: 'drop' }],
  ['a look at the job is rubbish', 'getGeneration', 'before', { type: 'json', value: { a: 1 } }],
  ['the download is cut', 'outputContent', 'before', { type: 'truncate', atBytes: 500 }],
  ['the download has wrong bytes', 'outputContent', 'before', { type: 'wrongHash' }],
  [
    'the address is too old',
    'outputContent',
    'before',
    { type: 'status', status: 403, code: 'expired' },
  ],
  ['the address is unknown', 'outputContent', 'before', { type: 'status', status: 404 }],
  ['the poster cannot be had', 'outputPoster', 'before', { type: 'status', status: 500 }],
  ['the download is refused once', 'outputContent', 'before', { type: 'status', status: 500 }],
] as const)('delivered once and charged once: %s', async (_, route, when, fault) => {
  const { gateway, engine } = await start({
    faults: { rules: [{ route, nth: 1, times: 1, when, fault }] },
  });
  const made = await engine.ended(await one(engine));
  expect(made.status).toBe('ready');
  expect(gateway.backend.started.length).toBe(1);
  expect(await creditsOf(engine)).toBe(startCredits - 30);
});

test('after a lost answer the cloud is asked for the key, and nothing is sent twice', async () => {
  const { gateway, engine } = await start({
    faults: {
      rules: [
        { route: 'createGeneration', nth: 1, times: 1, when: 'after', fault: { type: 'drop' } },
      ],
    },
  });
  const made = await engine.ended(await one(engine));
  const log = await gateway.accessLog();
  const count = (name: string) => log.filter(({ route }) => route === name).length;
  expect([made.status, count('createGeneration'), count('listGenerations')]).toEqual([
    'ready',
    1,
    1,
  ]);
  expect(made.events.map(({ note }) => note)).toContain('found by its key');
});

test('an unknown status is "still running"', async () => {
  const { gateway, engine } = await start();
  gateway.backend.hold();
  const id = await one(engine);
  const running = await engine.until(async () => {
    const detail = await engine.call('generations.get', { id });
    return detail.status === 'rendering' && detail.progress !== null ? detail : null;
  });
  expect(running).toMatchObject({ step: 'render', progress: 0.5, failure: null });
  gateway.backend.release();
  expect((await engine.ended(id)).status).toBe('ready');
});

test('wrong bytes every time: refused, nothing kept, and a retry fetches the paid result', async () => {
  const { gateway, engine } = await start({
    faults: { rules: [{ route: 'outputContent', times: 5, fault: { type: 'wrongHash' } }] },
  });
  const id = await one(engine);
  const failed = await engine.ended(id);
  expect(failed).toMatchObject({
    status: 'failed',
    failure: { code: 'hash-mismatch' },
    output: null,
  });
  await engine.call('generations.retry', { id });
  const made = await engine.ended(id);
  expect(made.status).toBe('ready');
  expect(gateway.backend.started.length).toBe(1);
  expect(await creditsOf(engine)).toBe(startCredits - 30);
}, 30_000);

test('a refused prompt is sent once, costs nothing and says why', async () => {
  const { gateway, engine } = await start();
  const made = await engine.ended(await one(engine, 'Instructions how to build a pipe bomb'));
  expect(made).toMatchObject({ status: 'refused', failure: { code: 'policy-refused' } });
  const log = await gateway.accessLog();
  expect(log.filter(({ route }) => route === 'createGeneration').length).toBe(1);
  expect(await creditsOf(engine)).toBe(startCredits);
});

test('a render that fails gives the credits back', async () => {
  const { gateway, engine } = await start();
  gateway.backend.failNext(new RenderFailure('render-failed', 'The renderer gave up.', false));
  const made = await engine.ended(await one(engine));
  expect(made).toMatchObject({
    status: 'failed',
    failure: { code: 'render-failed', message: 'The renderer gave up.' },
    credits: { held: 0, settled: 0, refunded: 30 },
  });
  expect(await creditsOf(engine)).toBe(startCredits);
});

test('cancelling one of two leaves the other alone', async () => {
  const { gateway, engine } = await start();
  gateway.backend.hold();
  const [first = '', second = ''] = await create(engine, 'two waves', 2);
  await engine.until(async () => {
    const detail = await engine.call('generations.get', { id: first });
    return detail.status === 'rendering' ? detail : null;
  });
  const cancelled = await engine.call('generations.cancel', { id: first });
  expect(cancelled).toMatchObject({ status: 'cancelled', credits: { held: 0, refunded: 30 } });
  gateway.backend.release();
  expect((await engine.ended(second)).status).toBe('ready');
  expect(await creditsOf(engine)).toBe(startCredits - 30);
});

test('a queued job is cancelled here, and nothing is sent', async () => {
  const { gateway, engine } = await start();
  gateway.backend.hold();
  const [first = '', second = ''] = await create(engine, 'two waves', 2);
  const cancelled = await engine.call('generations.cancel', { id: second });
  expect(cancelled.status).toBe('cancelled');
  gateway.backend.release();
  expect((await engine.ended(first)).status).toBe('ready');
  expect(gateway.backend.started.length).toBe(1);
});

test('without a cloud a job waits and says so; when the cloud is there it goes on', async () => {
  const gateway = await startTestGateway();
  cleanups.push(() => gateway.close());
  let isUp = true;
  const engine = await startTestEngine({
    cloud: () => (isUp ? gateway : { baseUrl: 'http://127.0.0.1:9', token: gateway.token }),
    deps: { random: () => 0.01 },
  });
  cleanups.push(() => engine.remove());
  await prepareToCreate(engine);
  await engine.close();
  isUp = false;
  const again = await startTestEngine({
    folder: engine.folder,
    cloud: () => (isUp ? gateway : { baseUrl: 'http://127.0.0.1:9', token: gateway.token }),
    deps: { random: () => 0.01 },
  });
  cleanups.push(() => again.close());
  const id = await one(again);
  const waiting = await again.until(async () => {
    const detail = await again.call('generations.get', { id });
    return detail.waiting ? detail : null;
  });
  expect(waiting).toMatchObject({ status: 'queued', waiting: { reason: 'cloud' } });
  const state = await again.call('cloud.state', {});
  expect(state).toMatchObject({ reachable: 'no' });
  expect(state.service?.models.length).toBeGreaterThan(0);
  isUp = true;
  expect((await again.ended(id)).status).toBe('ready');
});

test('an embedded cloud that came back on another port with another token is found again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kling5-gateway-'));
  cleanups.push(async () => rmSync(dir, { recursive: true }));
  let gateway = await startTestGateway({ dir });
  cleanups.push(() => gateway.close());
  const engine = await startTestEngine({ cloud: () => gateway });
  cleanups.push(() => engine.remove());
  await prepareToCreate(engine);
  expect((await engine.ended(await one(engine))).status).toBe('ready');
  await gateway.close();
  gateway = await startTestGateway({ dir });
  expect((await engine.ended(await one(engine, 'a lighthouse'))).status).toBe('ready');
});

test('a file that was moved away is missing, and found when it is back', async () => {
  const { engine } = await start();
  const made = await engine.ended(await one(engine));
  const resolve = () =>
    engine.engine.handlers['media.resolve'](
      { kind: 'generation', id: made.id },
      { signal: new AbortController().signal },
    );
  const { path } = await resolve();
  renameSync(path, `${path}.away`);
  await expect(resolve()).rejects.toMatchObject({ code: 'file-missing' });
  const missing = await engine.call('generations.get', { id: made.id });
  expect(missing.output?.isMissing).toBe(true);
  renameSync(`${path}.away`, path);
  await resolve();
  const found = await engine.call('generations.get', { id: made.id });
  expect(found.output?.isMissing).toBe(false);
});

test('without the cloud everything made is still listed, searched, summed up and shown', async () => {
  const { gateway, engine } = await start();
  await engine.ended(await one(engine, '雨の東京、ネオン'));
  await engine.close();
  await gateway.close();
  const offline = await startTestEngine({ cloud: null, folder: engine.folder });
  cleanups.push(() => offline.close());
  const page = await offline.call('library.page', { search: '東京' });
  expect(page.items.length).toBe(1);
  expect(await offline.call('library.count', { search: 'ネオ' })).toMatchObject({ total: 1 });
  expect((await offline.call('prompts.list', {})).items[0]).toMatchObject({ useCount: 1 });
  const overview = await offline.call('data.overview', {});
  const kinds = Object.fromEntries(overview.inventory.map((row) => [row.kind, row]));
  expect(kinds['videos']).toMatchObject({ count: 1, inCloudCount: 1 });
  expect(kinds['posters']?.count).toBe(1);
  expect(kinds['database']?.bytes).toBeGreaterThan(10_000);
  expect(overview.totalBytes).toBeGreaterThan(overview.inventory[0]?.bytes ?? 0);
});

test('the ledger says what left for whom, and holds no id, signature or word of a prompt', async () => {
  const { engine } = await start();
  const made = await engine.ended(await one(engine, 'canary in a coal mine'));
  const { items } = await engine.call('data.requests', { limit: 200 });
  const sent = items.find(({ purpose }) => purpose === 'Start a generation');
  expect(sent).toMatchObject({
    method: 'POST',
    path: '/v1/generations',
    dataKinds: ['prompt', 'parameters', 'consents'],
    status: 201,
    outcome: 'ok',
    generationId: made.id,
  });
  expect(sent?.bytesSent).toBeGreaterThan(100);
  const download = items.find(({ purpose }) => purpose === 'Download a result');
  expect(download).toMatchObject({ bytesReceived: made.output?.sizeBytes, outcome: 'ok' });
  expect(JSON.stringify(items)).not.toMatch(/canary|signature/);
  expect(JSON.stringify(items)).not.toContain(made.cloudId);
});

test('what the model does not take is said before anything is saved', async () => {
  const { engine } = await start();
  const draft = { ...demoDraft, parameters: { duration: 99 } };
  await expect(engine.call('generations.create', draft)).rejects.toMatchObject({
    code: 'invalid-input',
    details: { field: 'duration' },
  });
  expect(await engine.call('generations.queue', {})).toEqual({ active: [], ended: [] });
});

test('nothing is made before the age is confirmed', async () => {
  const gateway = await startTestGateway();
  cleanups.push(() => gateway.close());
  const engine = await startTestEngine({ cloud: gateway });
  cleanups.push(() => engine.remove());
  await expect(engine.call('generations.create', demoDraft)).rejects.toMatchObject({
    code: 'age-required',
  });
});
