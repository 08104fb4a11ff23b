// Asking the real gateway over HTTP for everything that it holds: followed over restarts, verified, compared, forgotten when erased.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { createClient } from '../../gateway/testing/test-client.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { readLines } from './fetch-held.ts';

let gateway: TestGateway;
let engine: TestEngine;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling5-access-'));
  gateway = await startTestGateway();
  await open();
  await prepareToCreate(engine);
});
afterEach(async () => {
  await engine.close();
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  engine = await startTestEngine({
    cloud: gateway,
    folder,
    deps: { clock: createTestClock(20), random: () => 0.5 },
  });
}
const state = () => engine.call('access.state', {});
const fetched = () =>
  engine.until(async () => {
    const { request, held } = await state();
    return request?.state === 'fetched' ? held : null;
  });
async function makeClip(): Promise<string> {
  const { items } = await engine.call('generations.create', demoDraft);
  return (await engine.ended(items[0]?.id ?? '')).id;
}

it('is asked for, fetched and compared with what is here', async () => {
  await makeClip();
  const client = createClient(gateway);
  await client.finished((await client.create()).body.id);
  expect(await state()).toEqual({ isOffered: true, request: null, held: null });
  const asked = await engine.call('access.ask', {});
  expect(asked.request).toMatchObject({ state: 'preparing', problem: null });
  const held = await fetched();
  expect(held?.counts).toEqual(
    expect.arrayContaining([
      { kind: 'account', count: 1 },
      { kind: 'generation', count: 2 },
    ]),
  );
  expect(held?.onlyThere).toEqual({ clips: 1, images: 0 });
});

it('comes with an archive into another library, with the day on which it was given', async () => {
  await engine.call('access.ask', {});
  const held = await fetched();
  const archive = join(folder, 'everything.zip');
  await ended(engine, 'archive.export', archive);
  const other = await startTestEngine({ cloud: null });
  await ended(other, 'archive.import', archive);
  const there = await other.call('access.state', {});
  expect(there).toMatchObject({ request: null, held: { fetchedAt: held?.fetchedAt } });
  expect(there.held?.counts).toEqual(held?.counts);
  await other.remove();
});

async function ended(on: TestEngine, name: 'archive.export' | 'archive.import', path: string) {
  const { taskId } = await on.call(name, { grantId: on.grant(path) });
  await on.engine.context.tasks.ended(taskId);
  expect((await on.call('tasks.get', { id: taskId })).error).toBeNull();
}

it('is followed over a restart, and tells its due date until then', async () => {
  await gateway.restart({ faults: { dataExportAfterMs: 3_600_000 } });
  const { request } = await engine.call('access.ask', {});
  const days =
    (Date.parse(request?.dueAt ?? '') - Date.parse(request?.requestedAt ?? '')) / 86_400_000;
  expect(days).toBe(30);
  await engine.close();
  await gateway.restart();
  await open();
  expect((await fetched())?.counts).not.toEqual([]);
});

it('believes nothing that arrives otherwise than it was said', async () => {
  await gateway.restart({
    faults: { rules: [{ route: 'dataExportContent', fault: { type: 'wrongHash' }, times: 1 }] },
  });
  await engine.call('access.ask', {});
  await engine.until(async () =>
    (await state()).request?.problem === 'hash-mismatch' ? true : null,
  );
  expect((await state()).held).toBeNull();
  expect(await fetched()).not.toBeNull();
});

it('is not kept here when something is erased', async () => {
  const id = await makeClip();
  await engine.call('access.ask', {});
  await fetched();
  const { planId } = await engine.call('erase.plan', { subject: { type: 'clips', ids: [id] } });
  const { taskId } = await engine.call('erase.run', { planId });
  await engine.until(async () =>
    (await engine.call('tasks.get', { id: taskId })).state === 'done' ? true : null,
  );
  expect((await state()).held).toBeNull();
  expect(engine.engine.context.db.all('select * from cloud_held')).toEqual([]);
});

it.each(['{"kind":"account"}', 'no JSON', '{"kind":"a","id":"b","content":[]}'])(
  'refuses a document with the line %s',
  (line) => {
    expect(() => readLines(`${line}\n`)).toThrow('cannot be read');
  },
);
