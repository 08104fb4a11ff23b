// The queue as people order and pause it: on disk, over restarts, and after crashes.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { forkEngine } from '../testing/fork-engine.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';

let gateway: TestGateway;
let engine: TestEngine;

beforeEach(async () => {
  gateway = await startTestGateway();
  engine = await startTestEngine({ cloud: gateway });
  await prepareToCreate(engine);
});
afterEach(async () => {
  await engine.remove();
  await gateway.close();
});

async function make(prompt: string): Promise<string> {
  const { items } = await engine.call('generations.create', { ...demoDraft, prompt });
  return items[0]?.id ?? '';
}

const waiting = async () =>
  (await engine.call('generations.queue', {})).active
    .filter(({ status }) => status === 'queued')
    .map(({ prompt }) => prompt);

const move = (id: string, to: CallInput<EngineContract, 'generations.move'>['to']) =>
  engine.call('generations.move', { id, to });

it('starts nothing while it is paused, and everything in order when it goes on', async () => {
  await engine.call('queue.pause', {});
  const [a, b, c, d] = [await make('a'), await make('b'), await make('c'), await make('d')];
  expect(await waiting()).toEqual(['a', 'b', 'c', 'd']);
  const { active } = await engine.call('generations.queue', {});
  expect(active.map((job) => job.waiting?.reason)).toEqual(Array(4).fill('paused'));

  await move(c, { at: 'front' });
  await move(a, { at: 'back' });
  await move(b, { at: 'after', id: d });
  expect(await waiting()).toEqual(['c', 'd', 'b', 'a']);
  await move(b, { at: 'before', id: d });
  expect(await waiting()).toEqual(['c', 'b', 'd', 'a']);
  expect(gateway.backend.started).toHaveLength(0);

  await engine.call('queue.resume', {});
  for (const id of [a, b, c, d]) expect((await engine.ended(id)).status).toBe('ready');
  expect(gateway.backend.started.map(({ prompt }) => prompt)).toEqual(['c', 'b', 'd', 'a']);
});

it('keeps order and pauses over a restart', async () => {
  await engine.call('queue.pause', {});
  const [a, b] = [await make('a'), await make('b')];
  await move(b, { at: 'front' });
  await engine.call('generations.pause', { id: a });
  await engine.close();
  engine = await startTestEngine({ cloud: gateway, folder: engine.folder });

  expect((await engine.call('queue.state', {})).pause?.cause).toBe('user');
  expect(await waiting()).toEqual(['b', 'a']);
  await engine.call('queue.resume', {});
  expect((await engine.ended(b)).status).toBe('ready');
  expect(await engine.call('generations.get', { id: a })).toMatchObject({
    status: 'queued',
    isPaused: true,
    waiting: { reason: 'paused' },
  });
  await engine.call('generations.resume', { id: a });
  const ended = await engine.ended(a);
  expect(ended.status).toBe('ready');
  expect(ended.events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['created', 'paused', 'resumed', 'saved']),
  );
});

it('pauses exactly one job and lets the others pass', async () => {
  gateway.backend.hold();
  const first = await make('first');
  await engine.until(async () =>
    (await engine.call('generations.get', { id: first })).status === 'rendering' ? true : null,
  );
  await expect(engine.call('generations.pause', { id: first })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(move(first, { at: 'front' })).rejects.toMatchObject({ code: 'conflict' });

  await engine.call('queue.pause', {});
  const [held, other] = [await make('held'), await make('other')];
  await engine.call('generations.pause', { id: held });
  await engine.call('queue.resume', {});
  gateway.backend.release();
  expect((await engine.ended(other)).status).toBe('ready');
  expect((await engine.call('generations.get', { id: held })).status).toBe('queued');
  await engine.call('generations.cancel', { id: held });
  expect((await engine.ended(held)).status).toBe('cancelled');
});

it('finds room between two neighbours however often a job goes there', async () => {
  await engine.call('queue.pause', {});
  const [, b, c] = [await make('a'), await make('b'), await make('c')];
  for (let turn = 0; turn < 60; turn += 1) {
    await move(c, { at: 'before', id: b });
    await move(b, { at: 'before', id: c });
  }
  expect(await waiting()).toEqual(['a', 'b', 'c']);
  await move(c, { at: 'before', id: b });
  expect(await waiting()).toEqual(['a', 'c', 'b']);
});

it('starts paused once the engine has died twice over the same job, and says which', async () => {
  const slow = await startTestGateway({
    faults: {
      rules: [{ route: 'outputContent', fault: { type: 'slow', bytesPerSecond: 50 } }],
    },
  });
  await engine.close();
  const { folder } = engine;
  const dieDownloading = async (): Promise<void> => {
    const forked = forkEngine(folder, slow);
    const isDownloading = async () =>
      (await forked.call('generations.queue', {})).active.some(
        ({ status }) => status === 'downloading',
      );
    await forked.started;
    const state = await forked.call('queue.state', {});
    expect(state.pause).toBeNull();
    const { active } = await forked.call('generations.queue', {});
    if (active.length === 0) {
      await forked.call('cloud.refresh', {});
      await forked.call('generations.create', { ...demoDraft, prompt: 'a poisoned clip' });
    }
    await expect.poll(isDownloading).toBe(true);
    await forked.kill();
  };
  await dieDownloading();
  await dieDownloading();

  engine = await startTestEngine({ cloud: slow, folder });
  const { pause } = await engine.call('queue.state', {});
  expect(pause).toMatchObject({ cause: 'crashes', suspects: [{ name: 'a poisoned clip' }] });
  const id = pause?.suspects[0]?.id ?? '';
  expect(await engine.call('generations.get', { id })).toMatchObject({
    status: 'downloading',
    waiting: { reason: 'paused' },
  });

  await engine.call('generations.cancel', { id });
  expect((await engine.ended(id)).status).toBe('cancelled');
  expect((await engine.call('queue.state', {})).pause?.suspects).toEqual([]);
  await engine.call('queue.resume', {});
  expect((await engine.call('queue.state', {})).pause).toBeNull();
  await slow.close();
});
