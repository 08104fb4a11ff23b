// Answers that cannot be, clocks that jump and rows that somebody edited: each is named, stays with its job, and can be
// recovered from. Pages instead of answers, errors inside a 200 and short files are in the matrix of faults.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CloudGeneration, GenerationPage } from '#shared/gateway/generation.ts';
import { auditSoon } from '../testing/audits/audit-world.ts';
import { type JobWorld, startJobWorld } from '../testing/job-world.ts';
import type { ProxyRule } from '../testing/faults/proxy-script.ts';
import { demoDraft } from '../testing/start-engine.ts';

let world: JobWorld;
let created = 0;
beforeEach(async () => {
  world = await startJobWorld({ random: () => 0 });
  created = 0;
});
afterEach(() => world.remove());

async function create(prompt = demoDraft.prompt): Promise<string> {
  const { items } = await world.engine.call('generations.create', { ...demoDraft, prompt });
  created += 1;
  return items[0]?.id ?? '';
}

const get = (id: string) => world.engine.call('generations.get', { id });

/** Nothing is lost, paid twice or left behind. */
async function expectBalanced(strict = true): Promise<void> {
  const { jobs, ledger } = await auditSoon(world, created, strict);
  expect([...jobs.problems, ...ledger.problems]).toEqual([]);
}

const lie = (
  route: string,
  edit: (generation: CloudGeneration) => unknown,
  rule: Partial<ProxyRule> = {},
): ProxyRule => ({
  route,
  ...rule,
  fault: { type: 'edit', edit: (value) => edit(value as CloudGeneration) },
});

const firstOutput = (generation: CloudGeneration, change: object) => ({
  ...generation,
  outputs: generation.outputs.map((output) => ({ ...output, ...change })),
});

test('a status that nobody knows is "still running", however often it comes', async () => {
  const edit = (generation: CloudGeneration) => ({ ...generation, status: 'simmering' });
  world.proxy.play([lie('getGeneration', edit, { times: 5 })]);
  const id = await create();
  expect((await world.engine.ended(id)).status).toBe('ready');
  expect(world.proxy.hits).toBe(5);
  await expectBalanced();
});

test('a job that is missing from the list is sent again with its key, and is the same job', async () => {
  world.proxy.play([
    { route: 'createGeneration', fault: { type: 'cut-after' } },
    {
      route: 'listGenerations',
      fault: {
        type: 'edit',
        edit: (value) => ({ ...(value as GenerationPage), items: [] }),
      },
    },
  ]);
  expect((await world.engine.ended(await create())).status).toBe('ready');
  expect(world.gateway.backend.started.length).toBe(1);
  await expectBalanced();
});

test('another job in the list is not taken for ours', async () => {
  const foreign = (value: unknown) => ({
    ...(value as GenerationPage),
    items: (value as GenerationPage).items.map((item) => ({ ...item, idempotencyKey: 'foreign1' })),
  });
  world.proxy.play([
    { route: 'createGeneration', fault: { type: 'cut-after' } },
    { route: 'listGenerations', fault: { type: 'edit', edit: foreign } },
  ]);
  expect((await world.engine.ended(await create())).status).toBe('ready');
  await expectBalanced();
});

test.each([
  ['createGeneration', { idempotencyKey: 'somebody-elses' }],
  ['getGeneration', { id: 'somebody-elses' }],
])('%s answers about another job: asked again, nothing of it is kept', async (route, change) => {
  const edit = (generation: CloudGeneration) => ({ ...generation, ...change });
  world.proxy.play([lie(route, edit, { times: 8 })]);
  const made = await world.engine.ended(await create());
  expect(made.status).toBe('ready');
  expect(made.cloudId).not.toBe('somebody-elses');
  await expectBalanced();
});

test.each([
  ['prompt', { prompt: 'something else' }],
  ['model', { modelId: 'kling-9' }],
  ['parameters', { parameters: { duration: 15 } }],
])('another %s under our key is a named conflict', async (_, change) => {
  world.proxy.play([lie('createGeneration', (generation) => ({ ...generation, ...change }))]);
  const made = await world.engine.ended(await create());
  expect(made).toMatchObject({ status: 'failed', failure: { code: 'key-conflict' }, output: null });
  const next = await world.engine.ended(await create('the next one'));
  expect(next.status).toBe('ready');
});

test.each([
  ['longer', (bytes: number) => bytes - 1],
  ['shorter', (bytes: number) => bytes + 1],
])('a file that is %s than promised is thrown away and fetched again', async (_, size) => {
  const edit = (generation: CloudGeneration) =>
    firstOutput(generation, { sizeBytes: size(generation.outputs[0]?.sizeBytes ?? 0) });
  world.proxy.play([lie('getGeneration', edit, { nth: 2 })]);
  expect((await world.engine.ended(await create())).status).toBe('ready');
  expect(world.proxy.hits).toBe(1);
  await expectBalanced();
});

test('paths in prompts and ids of the cloud lead nowhere', async () => {
  const path = '../../../../outside';
  world.proxy.play([
    lie('getGeneration', (generation) => firstOutput(generation, { id: path }), { times: 9 }),
  ]);
  const made = await world.engine.ended(await create(`${path} C:\\Windows\\system32 /etc/passwd`));
  expect(made.status).toBe('ready');
  const files = readdirSync(world.engine.folder, { recursive: true, encoding: 'utf8' });
  const clips = files.filter((file) => file.endsWith('.mp4'));
  expect(clips.length).toBe(1);
  expect(clips[0]).toMatch(/^library\/videos\/\d{4}\/\d\d\/[^/]+\.mp4$/);
  expect(readdirSync(join(world.engine.folder, '..')).includes('outside')).toBe(false);
  await expectBalanced();
});

test.each([
  ['back', -5 * 3_600_000],
  ['forward', 5 * 3_600_000],
])('a clock that is set %s by hours delays nothing', async (_, byMs) => {
  const busy = { type: 'status', status: 503, when: 'before', retryAfterSeconds: 5 } as const;
  world.proxy.play([{ route: 'createGeneration', fault: busy }]);
  const id = await create();
  await world.engine.until(async () => ((await get(id)).waiting ? true : null));
  world.clock.jump(byMs);
  const startedAt = performance.now();
  expect((await world.engine.ended(id)).status).toBe('ready');
  expect(performance.now() - startedAt).toBeLessThan(30_000); // not five hours; a busy machine is slow by itself
  await expectBalanced();
});

/** Changes a row behind the engine's back, while it is away. */
async function edit(sql: string): Promise<void> {
  await world.close();
  const database = new BetterSqlite3(join(world.engine.library, 'library.db'));
  const { changes } = database.prepare(sql).run();
  database.close();
  expect(changes).toBe(1);
  await world.start();
}

/** A job that stays in the queue until that is resumed. */
async function createPaused(): Promise<string> {
  await world.engine.call('queue.pause', {});
  return create();
}

test.each([
  ['is rendering and was never sent', "status = 'rendering'", 'failed'],
  ['is downloading and was never sent', "status = 'downloading'", 'failed'],
  ['is being sent and was not', "status = 'submitting'", 'ready'],
  ['has a cloud id of nobody', "status = 'rendering', cloud_id = 'nobody'", 'failed'],
  ['has parameters that are none', `parameters = '"text"'`, 'failed'],
  ['needs images and has none', "kind = 'image-to-video'", 'failed'],
  ['is of a model that does not exist', "model_id = 'kling-99'", 'failed'],
  ['was cancelled and is not', 'cancel_requested = 1', 'cancelled'],
])('a row that %s ends, and the next job is made', async (_, change, status) => {
  const id = await createPaused();
  await edit(`update generation set ${change}`);
  await world.engine.call('queue.resume', {});
  const ended = await world.engine.ended(id);
  expect(ended.status).toBe(status);
  if (status === 'failed') expect(ended.failure?.code).toMatch(/rejected|not-found|internal/);
  expect((await world.engine.ended(await create('the next one'))).status).toBe('ready');
  await expectBalanced();
});

test('a row that lost its cloud id finds its job by the key', async () => {
  world.gateway.backend.hold();
  const id = await create();
  await world.engine.until(async () => ((await get(id)).status === 'rendering' ? true : null));
  await edit('update generation set cloud_id = null');
  world.gateway.backend.release();
  expect((await world.engine.ended(id)).status).toBe('ready');
  await expectBalanced(false);
});

test('a row that says "downloading" of a job that failed in the cloud ends with its credits back', async () => {
  world.gateway.backend.hold();
  const id = await create();
  await world.engine.until(async () => ((await get(id)).status === 'rendering' ? true : null));
  const cloudId = (await get(id)).cloudId;
  await edit("update generation set status = 'downloading'");
  await world.gateway.fetch(`/v1/generations/${cloudId}/cancel`, { method: 'POST' });
  const ended = await world.engine.ended(id);
  expect(ended).toMatchObject({ status: 'cancelled', credits: { held: 0, refunded: 30 } });
});

test('a row that says "ready" and has no result can be made again', async () => {
  const id = await createPaused();
  await edit("update generation set status = 'ready'");
  await world.engine.call('queue.resume', {});
  expect(await get(id)).toMatchObject({ status: 'ready', output: null });
  const again = await world.engine.call('generations.retry', { id });
  expect((await world.engine.ended(again.id)).status).toBe('ready');
});
