// The network ledger against the cloud's own access log, request by request and byte by byte; and a request that is still on its
// way when everybody has given it up.
import { afterEach, expect, test } from 'vitest';
import { gatewayRoutes, type RouteName } from '#shared/gateway/routes.ts';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import { auditSoon } from '../testing/audits/audit-world.ts';
import { startJobWorld } from '../testing/job-world.ts';
import { demoDraft, prepareToCreate, startTestEngine } from '../testing/start-engine.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** More than a request or an answer can have in headers. */
const headerBytes = 2000;

test('without anything in between, both books name the same requests, answers and bytes', async () => {
  const gateway = await startTestGateway();
  cleanups.push(() => gateway.close());
  const engine = await startTestEngine({ cloud: gateway });
  cleanups.push(() => engine.remove());
  await prepareToCreate(engine);
  const { items } = await engine.call('generations.create', { ...demoDraft, takes: 2 });
  for (const { id } of items) await engine.ended(id);
  await engine.close();

  const again = await startTestEngine({ cloud: null, folder: engine.folder });
  cleanups.push(() => again.close());
  const ledger = (await again.call('data.requests', { limit: 200 })).items;
  const log = await gateway.accessLog();
  const ours = ledger.map(({ method, path, status }) => `${method} ${path} ${status}`);
  const theirs = log.map(({ method, route, status }) => {
    return `${method} ${gatewayRoutes[route as RouteName].path} ${status}`;
  });
  expect(ours.length).toBeGreaterThan(10);
  expect(ours.toSorted()).toEqual(theirs.toSorted());
  for (const [name, { path }] of Object.entries(gatewayRoutes)) {
    const sent = ledger.filter((row) => row.path === path && row.method === methodOf(name));
    const came = log.filter(({ route }) => route === name);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const ourBytes = [
      sum(sent.map((row) => row.bytesSent)),
      sum(sent.map((row) => row.bytesReceived)),
    ];
    const theirBytes = [sum(came.map((row) => row.bytesIn)), sum(came.map((row) => row.bytesOut))];
    for (const [side, bytes] of ourBytes.entries()) {
      const overhead = (theirBytes[side] ?? 0) - bytes;
      expect(overhead, name).toBeGreaterThanOrEqual(0);
      expect(overhead, name).toBeLessThanOrEqual(came.length * headerBytes);
    }
  }
});

function methodOf(name: string): string {
  return gatewayRoutes[name as RouteName].method;
}

test('requests that never arrived are in the ledger as failed, with no answer', async () => {
  const world = await startJobWorld({ random: () => 0 });
  cleanups.push(() => world.remove());
  world.proxy.setNetwork(false);
  await world.engine.call('cloud.refresh', {});
  const { items } = await world.engine.call('data.requests', { limit: 1 });
  expect(items[0]).toMatchObject({ path: '/v1/service', status: null, outcome: 'failed' });
  const { ledger } = await auditSoon(world, 0, false);
  expect(ledger.problems).toEqual([]);
  expect(ledger.lostOnTheWay).toBeGreaterThan(0);
  world.proxy.setNetwork(true);
});

test('a request that was under way in a crash is in the ledger', async () => {
  const world = await startJobWorld({ random: () => 0 });
  cleanups.push(() => world.remove());
  world.proxy.play([{ route: 'createGeneration', fault: { type: 'delay', delayMs: 100 } }]);
  await world.engine.call('generations.create', demoDraft);
  while (world.proxy.hits === 0) await world.clock.sleep(10);
  await world.crash();
  await world.start();
  const { items } = await world.engine.call('data.requests', { limit: 200 });
  expect(items.find(({ purpose }) => purpose === 'Start a generation')).toMatchObject({
    status: null,
    outcome: 'failed',
  });
});

test('a job that is cancelled while its request is still on its way is never made', async () => {
  const world = await startJobWorld({ random: () => 0 });
  cleanups.push(() => world.remove());
  world.proxy.play([{ route: 'createGeneration', fault: { type: 'delay', delayMs: 400 } }]);
  const { items } = await world.engine.call('generations.create', demoDraft);
  const id = items[0]?.id ?? '';
  while (world.proxy.hits === 0) await world.clock.sleep(10);
  world.proxy.setNetwork(false);
  await world.crash();
  await world.start();
  await world.engine.call('generations.cancel', { id });
  world.proxy.setNetwork(true);
  await world.engine.call('cloud.refresh', {});
  expect((await world.engine.ended(id)).status).toBe('cancelled');
  await world.proxy.settled();
  const { jobs, ledger } = await auditSoon(world, 1, false);
  expect([...jobs.problems, ...ledger.problems]).toEqual([]);
  expect(world.gateway.backend.started.length).toBe(0);
  expect(jobs.charged).toBe(0);
  const late = world.proxy.exchanges.find(({ route }) => route === 'createGeneration');
  expect(late?.passed).toEqual([409]);
});
