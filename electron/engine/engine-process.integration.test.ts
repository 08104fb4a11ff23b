// The engine as a process that dies: nothing is lost, nothing is paid for twice, and a library that cannot be opened is named.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestGateway } from '../gateway/testing/start-gateway.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { untilSeen } from './testing/engine-death.ts';
import { type ForkedEngine, forkEngine } from './testing/fork-engine.ts';
import { demoDraft } from './testing/start-engine.ts';

let folder = '';
const cleanups: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-process-'));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  rmSync(folder, { recursive: true, force: true });
});

function fork(cloud: { baseUrl: string; token: string } | null): ForkedEngine {
  const engine = forkEngine(folder, cloud);
  cleanups.push(() => engine.stop());
  return engine;
}

test('killed in the middle of a download: it goes on where it was, charged once', async () => {
  const outputFile = join(folder, 'big.mp4');
  const sizeBytes = 6 * 1024 * 1024;
  writeFileSync(outputFile, randomBytes(sizeBytes));
  const gateway = await startTestGateway({
    faults: {
      outputFile,
      rules: [
        {
          route: 'outputContent',
          nth: 1,
          times: 1,
          fault: { type: 'slow', bytesPerSecond: 2 * 1024 * 1024 },
        },
      ],
    },
  });
  cleanups.push(() => gateway.close());
  const first = fork(gateway);
  await first.call('profile.confirmAge', {});
  const { items } = await first.call('generations.create', demoDraft);
  const id = items[0]?.id ?? '';
  const incoming = join(folder, 'library', 'incoming');
  await untilSeen(() => {
    const part = existsSync(incoming) ? readdirSync(incoming)[0] : undefined;
    return part && statSync(join(incoming, part)).size > 1024 * 1024 ? part : null;
  });
  await first.kill();

  const second = fork(gateway);
  const made = await untilSeen(async () => {
    const detail = await second.call('generations.get', { id });
    return isActive(detail.status) ? null : detail;
  });
  expect(made).toMatchObject({ status: 'ready', credits: { settled: 30, refunded: 0 } });
  const { items: requests } = await second.call('data.requests', { limit: 200 });
  const [resumed] = requests.filter(({ purpose }) => purpose === 'Download a result');
  expect(resumed).toMatchObject({ status: 206, outcome: 'ok' });
  expect(resumed?.bytesReceived).toBeLessThan(sizeBytes - 1024 * 1024);
  expect(requests.filter(({ purpose }) => purpose === 'Start a generation').length).toBe(1);
  expect(readdirSync(incoming)).toEqual([]);
}, 60_000);

test('killed right after the click: the job is there and is made', async () => {
  const gateway = await startTestGateway();
  cleanups.push(() => gateway.close());
  const first = fork(gateway);
  await first.call('profile.confirmAge', {});
  const { items } = await first.call('generations.create', { ...demoDraft, takes: 3 });
  await first.kill();
  const second = fork(gateway);
  for (const { id } of items) {
    const made = await untilSeen(async () => {
      const detail = await second.call('generations.get', { id });
      return isActive(detail.status) ? null : detail;
    });
    expect(made.status).toBe('ready');
  }
  expect(
    (await second.call('account.credits', {})).items.filter(({ type }) => type === 'hold').length,
  ).toBe(3);
}, 60_000);

test('a second engine on the same library says that it is locked, and still answers', async () => {
  const first = fork(null);
  expect(await first.started).toMatchObject({ name: 'engine.ready' });
  const second = fork(null);
  expect(await second.started).toMatchObject({
    name: 'engine.failed',
    payload: { code: 'library-locked' },
  });
  expect(await second.call('engine.ping', {})).toHaveProperty('at');
  await expect(second.call('library.counts', {})).rejects.toMatchObject({ code: 'library-locked' });
  await first.kill();
  expect(await fork(null).started).toMatchObject({ name: 'engine.ready' });
}, 60_000);
