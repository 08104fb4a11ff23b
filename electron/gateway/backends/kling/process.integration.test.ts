// The real process with a key, killed between order and result.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KlingTestServer, startKlingTestServer } from '../../kling-test-server/server.ts';
import { type ForkedGateway, forkGateway } from './testing/fork-gateway.ts';

const key = 'canary-api-key-of-a-process';
const accessKey = 'canary-access-key-p';
const secret = 'canary-secret-key-p';
let dir: string;
let platform: KlingTestServer;
const forked: ForkedGateway[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kling5-kling-'));
  const keys = { apiKeys: [key], accessKeys: { [accessKey]: secret } };
  platform = await startKlingTestServer({ waitMs: 10, workMs: 20, keys });
});
afterEach(async () => {
  await Promise.all(forked.splice(0).map((gateway) => gateway.end('SIGKILL')));
  await platform.close();
  await rm(dir, { recursive: true, force: true });
});

async function start(access: { key: string; secret?: string }): Promise<ForkedGateway> {
  const gateway = await forkGateway(dir, { ...access, baseUrl: platform.baseUrl });
  forked.push(gateway);
  return gateway;
}

it.each([
  ['current', { key }],
  ['legacy', { key: accessKey, secret }],
] as const)(
  'a job whose gateway is killed after the order arrives once, by the %s interfaces',
  async (generation, access) => {
    platform.faults.add({ on: 'create', act: { type: 'hold-answer' } });
    const first = await start(access);
    const { body } = await first.client.create({ modelId: 'kling-2.6' }, 'killed-after-order');
    while (platform.accepted() === 0) await wait(5);
    await first.end('SIGKILL');
    const second = await start(access);
    const done = await second.client.finished(body.id);
    expect(done).toMatchObject({ status: 'succeeded', credits: { held: 0, settled: 15 } });
    expect(platform.tasks()).toMatchObject([
      { generation, order: { externalId: `k5-${body.id}` } },
    ]);
    expect(platform.accepted()).toBe(1);
    expect(platform.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect((await second.client.download(done)).sha256).toBe(done.outputs[0]?.sha256);
  },
);

it('a job whose gateway is killed while the result comes down arrives once, whole', async () => {
  platform.faults.add({ on: 'media', act: { type: 'hang' } });
  const first = await start({ key });
  const { body } = await first.client.create({ modelId: 'kling-2.6' });
  while (platform.openMedia() === 0) await wait(20);
  await first.end('SIGKILL');
  const second = await start({ key });
  const done = await second.client.finished(body.id);
  expect((await second.client.download(done)).sha256).toBe(done.outputs[0]?.sha256);
  expect(platform.accepted()).toBe(1);
});
