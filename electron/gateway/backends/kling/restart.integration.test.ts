// Ends and starts between order and result, and what may have changed in between: looked up, never ordered twice.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../kling-test-server/faults.ts';
import {
  byAccessKey,
  byApiKey,
  byFreshApiKey,
  byOtherApiKey,
  type KlingGateway,
  startKlingGateway,
} from './testing/start-kling-gateway.ts';

let studio: KlingGateway;
afterEach(() => studio.close());

const modelId = 'kling-2.6';
const forEver = 100_000;

/** A memory as a crash or a hand may have left it. */
function editMemory(content: string | null): void {
  const database = new Database(join(studio.dir, 'gateway.db'));
  if (content === null) database.exec('delete from render_memory');
  else database.prepare('update render_memory set content = ?').run(content);
  database.close();
}

describe.each([
  ['current', byApiKey],
  ['legacy', byAccessKey],
] as const)('by the %s interfaces', (_generation, credentials) => {
  beforeEach(async () => {
    studio = await startKlingGateway({ credentials });
  });

  async function sent(): Promise<string> {
    studio.server.faults.add({ on: 'query', times: forEver, act: { type: 'unknown-status' } });
    const { body } = await studio.client.create({ modelId });
    await studio.until(() => studio.queries() > 1);
    return body.id;
  }

  async function arrivesOnce(id: string): Promise<void> {
    const done = await studio.client.finished(id);
    expect(done).toMatchObject({ status: 'succeeded', credits: { held: 0, settled: 15 } });
    expect(studio.server.accepted()).toBe(1);
    expect(studio.server.remainingUnits()).toBe(998.5);
  }

  it.each<FaultInput['act']>([{ type: 'lose-answer' }, { type: 'hold-answer' }, { type: 'cut' }])(
    'an order whose answer never came is found by its own id: %o',
    async (act) => {
      studio.server.faults.add({ on: 'create', act });
      studio.server.faults.add({ on: 'query', times: forEver, act: { type: 'html', status: 502 } });
      const { body } = await studio.client.create({ modelId });
      await studio.until(() => studio.server.accepted() === 1);
      await studio.restart(() => studio.server.faults.clear());
      await arrivesOnce(body.id);
      expect(studio.orders()).toBe(1);
    },
  );

  it('an order that never arrived is sent again, once it is clear that nobody has it', async () => {
    studio.server.faults.add({ on: 'create', act: { type: 'hang' } });
    const { body } = await studio.client.create({ modelId });
    await studio.until(() => studio.orders() === 1);
    await studio.restart();
    await arrivesOnce(body.id);
    expect(studio.orders()).toBe(2);
  });

  it('a task in work is asked about again', async () => {
    const id = await sent();
    await studio.restart(() => studio.server.faults.clear());
    await arrivesOnce(id);
    expect(studio.orders()).toBe(1);
  });

  it('a note about the order that cannot be read leads to a look, not to an order', async () => {
    const id = await sent();
    await studio.restart(() => {
      studio.server.faults.clear();
      editMemory('{"externalId":');
    });
    await arrivesOnce(id);
    expect(studio.orders()).toBe(1);
  });

  it('a note that is gone altogether leads to a second order that the platform refuses', async () => {
    const id = await sent();
    await studio.restart(() => {
      studio.server.faults.clear();
      editMemory(null);
    });
    await arrivesOnce(id);
    expect(studio.orders()).toBe(2);
  });

  it('a job that was sent with a key of another account is not sent again', async () => {
    const id = await sent();
    await studio.restart(() => studio.server.faults.clear(), byOtherApiKey);
    const failed = await studio.client.finished(id);
    expect(failed).toMatchObject({ status: 'failed', credits: { held: 0, settled: 0 } });
    expect(failed.failure?.message).toContain('sent with another Kling key');
    expect(studio.orders()).toBe(1);
  });
});

it('a key that was exchanged for a fresh one of the same account finds its jobs again', async () => {
  studio = await startKlingGateway();
  studio.server.faults.add({ on: 'query', times: forEver, act: { type: 'unknown-status' } });
  const { body } = await studio.client.create({ modelId });
  await studio.until(() => studio.queries() > 1);
  await studio.restart(() => studio.server.faults.clear(), byFreshApiKey);
  expect((await studio.client.finished(body.id)).status).toBe('succeeded');
  expect(studio.orders()).toBe(1);
});

it('twenty jobs over three ends and starts arrive once each', async () => {
  studio = await startKlingGateway({ server: { concurrency: 2, workMs: 20 } });
  studio.server.faults.add({ on: 'create', after: 3, times: 2, act: { type: 'lose-answer' } });
  studio.server.faults.add({ on: 'query', after: 4, times: 3, act: { type: 'html', status: 502 } });
  const created = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      studio.client.create({ modelId }, `job-number-${index}`),
    ),
  );
  for (const reached of [3, 8, 14]) {
    await studio.until(() => studio.server.accepted() >= reached);
    await studio.restart();
  }
  const done = await Promise.all(created.map(({ body }) => studio.client.finished(body.id)));
  expect(done.every(({ status }) => status === 'succeeded')).toBe(true);
  expect(studio.server.accepted()).toBe(20);
  const external = studio.server.tasks().map(({ order }) => order.externalId);
  expect(new Set(external)).toEqual(new Set(done.map(({ id }) => `k5-${id}`)));
});
