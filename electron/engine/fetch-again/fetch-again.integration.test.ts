// A file that was deleted behind the app's back comes again from the real gateway, byte for byte, or the clip stays as it is.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { type TestGateway, startTestGateway } from '../../gateway/testing/start-gateway.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Made {
  readonly gateway: TestGateway;
  readonly engine: TestEngine;
  readonly clip: GenerationDetail;
  readonly file: string;
  readonly bytes: Buffer;
}

async function makeClip(): Promise<Made> {
  const gateway = await startTestGateway();
  cleanups.push(() => gateway.close());
  const engine = await startTestEngine({ cloud: gateway, deps: { random: () => 0.01 } });
  cleanups.push(() => engine.remove());
  await prepareToCreate(engine);
  const { items } = await engine.call('generations.create', demoDraft);
  const clip = await engine.ended(items[0]?.id ?? '');
  const videos = join(engine.library, 'videos');
  const name = readdirSync(videos, { recursive: true })
    .map(String)
    .find((path) => path.endsWith(clip.output?.fileName ?? '?'));
  const file = join(videos, name ?? '');
  return { gateway, engine, clip, file, bytes: readFileSync(file) };
}

/** Plays it, as far as the engine sees that. */
async function look({ engine, clip }: Made): Promise<boolean> {
  await engine
    .call('media.resolve' as never, { kind: 'output', id: clip.output?.id } as never)
    .catch(() => undefined);
  return (await engine.call('generations.get', { id: clip.id })).output?.isMissing ?? true;
}

async function fetchAgain({ engine, clip }: Made) {
  const { taskId } = await engine.call('clips.fetchAgain', { id: clip.id });
  return engine.until(async () => {
    const task = await engine.call('tasks.get', { id: taskId });
    return task.state === 'running' ? null : task;
  });
}

const incoming = ({ engine }: Made) => readdirSync(join(engine.library, 'incoming'));

it('brings the same bytes back to the same place, and charges nothing', async () => {
  const made = await makeClip();
  rmSync(made.file);
  expect(await look(made)).toBe(true);
  const credits = await made.engine.call('account.credits', {});
  expect(await fetchAgain(made)).toMatchObject({
    kind: 'fetch',
    state: 'done',
    doneBytes: expect.any(Number),
    result: { fileName: made.clip.output?.fileName },
  });
  expect(readFileSync(made.file)).toEqual(made.bytes);
  const after = await made.engine.call('generations.get', { id: made.clip.id });
  expect(after).toMatchObject({ status: 'ready', output: { isMissing: false } });
  expect(after.events.at(-1)?.type).toBe('fetched-again');
  expect(await made.engine.call('account.credits', {})).toEqual(credits);
  expect(incoming(made)).toEqual([]);
});

it('makes its folder again when that is gone too', async () => {
  const made = await makeClip();
  rmSync(dirname(made.file), { recursive: true });
  expect(await fetchAgain(made)).toMatchObject({ state: 'done' });
  expect(readFileSync(made.file)).toEqual(made.bytes);
});

it('downloads once for two presses', async () => {
  const made = await makeClip();
  rmSync(made.file);
  const { id } = made.clip;
  const [first, second] = await Promise.all([
    made.engine.call('clips.fetchAgain', { id }),
    made.engine.call('clips.fetchAgain', { id }),
  ]);
  expect(second.taskId).toBe(first.taskId);
  await made.engine.until(async () => {
    const task = await made.engine.call('tasks.get', { id: first.taskId });
    return task.state === 'running' ? null : task;
  });
  expect(readFileSync(made.file)).toEqual(made.bytes);
});

it('leaves a file alone that is there', async () => {
  const made = await makeClip();
  writeFileSync(made.file, 'edited by hand');
  await expect(fetchAgain(made)).rejects.toMatchObject({ code: 'conflict' });
  expect(readFileSync(made.file, 'utf8')).toBe('edited by hand');
});

it.each([
  ['wrong bytes', 'outputContent', { type: 'wrongHash' }, 'hash-mismatch'],
  ['a cut', 'outputContent', { type: 'truncate', atBytes: 300 }, 'cloud-unreachable'],
  ['a page', 'getGeneration', { type: 'html' }, 'cloud-invalid-answer'],
] as const)('keeps the clip as it is after %s', async (_, route, fault, code) => {
  const made = await makeClip();
  rmSync(made.file);
  await look(made);
  await made.gateway.restart({ faults: { rules: [{ route, fault }] } });
  expect(await fetchAgain(made)).toMatchObject({ state: 'failed', error: { code } });
  expect(await look(made)).toBe(true);
  const after = await made.engine.call('generations.get', { id: made.clip.id });
  expect(after).toMatchObject({ status: 'ready', isInCloud: true });
  expect(after.events).toEqual(made.clip.events);
  expect(incoming(made)).toEqual([]);
});

it('says when the cloud has removed it, and offers it no more', async () => {
  const made = await makeClip();
  rmSync(made.file);
  await look(made);
  await made.gateway.restart({ faults: { resultsKeptMs: 0 } });
  expect(await fetchAgain(made)).toMatchObject({
    state: 'failed',
    error: { code: 'output-expired' },
  });
  const after = await made.engine.call('generations.get', { id: made.clip.id });
  expect(after).toMatchObject({ status: 'ready', isInCloud: false });
  await expect(fetchAgain(made)).rejects.toMatchObject({ code: 'output-expired' });
});

it('does not overwrite what comes to its place meanwhile', async () => {
  const made = await makeClip();
  rmSync(made.file);
  await made.gateway.restart({
    faults: { rules: [{ route: 'outputContent', fault: { type: 'slow', bytesPerSecond: 4000 } }] },
  });
  const { taskId } = await made.engine.call('clips.fetchAgain', { id: made.clip.id });
  mkdirSync(dirname(made.file), { recursive: true });
  writeFileSync(made.file, 'put back by hand');
  const task = await made.engine.until(async () => {
    const state = await made.engine.call('tasks.get', { id: taskId });
    return state.state === 'running' ? null : state;
  });
  expect(task).toMatchObject({ state: 'failed', error: { code: 'conflict' } });
  expect(readFileSync(made.file, 'utf8')).toBe('put back by hand');
});
