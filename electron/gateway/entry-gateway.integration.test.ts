// The real process: started, killed in the middle of a job, started again, stopped.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gatewayProcessContract } from '#shared/contract/gateway-process.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { forkChild, type HostedChild } from '../process/forked-child.ts';
import { createClient } from './testing/test-client.ts';
import { readVideoFacts } from './video/video-facts.ts';

const token = 'a-token-for-this-test-only';
let dir: string;
const children: HostedChild[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kling5-gateway-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop()));
  await rm(dir, { recursive: true, force: true });
});

function fork() {
  const child = forkChild({ entry: fileURLToPath(new URL('entry-gateway.ts', import.meta.url)) });
  children.push(child);
  const rpc = createRpcClient(child.port, {
    set: (callback, delayMs) => setTimeout(callback, delayMs),
    clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  });
  return { child, calls: createTypedClient(gatewayProcessContract, rpc) };
}

async function start(faults: object) {
  const faultsFile = join(dir, 'faults.json');
  await writeFile(faultsFile, JSON.stringify(faults));
  const { child, calls } = fork();
  const input = { dir: join(dir, 'state'), port: 0, token, faultsFile };
  const { baseUrl } = await calls.call('gateway.start', input);
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(new URL(path, baseUrl), { ...init, headers });
  };
  return { child, calls, baseUrl, input, client: createClient({ baseUrl, fetch: request }) };
}

it('finishes after a kill what it had begun, and charges it once', async () => {
  const outputFile = join(dir, 'prepared.mp4');
  await writeFile(outputFile, Buffer.alloc(100_000, 'clip'));
  const first = await start({ outputFile, renders: [{ delayMs: 3_600_000 }] });
  const { body } = await first.client.create({}, 'killed-job');
  await first.client.running(body.id);
  process.kill(first.child.pid ?? 0, 'SIGKILL');
  await first.child.ended;

  const second = await start({ outputFile });
  const done = await second.client.finished(body.id);
  expect(done).toMatchObject({ status: 'succeeded', credits: { held: 0, settled: 30 } });
  expect(await second.client.create({}, 'killed-job')).toMatchObject({ status: 200 });
  expect((await second.client.account()).credits).toEqual({ available: 2_370, held: 0 });
});

it('starts once, stops when told, and ends on SIGTERM', async () => {
  const { child, calls, baseUrl, input } = await start({});
  await expect(calls.call('gateway.start', input)).rejects.toMatchObject({ code: 'conflict' });
  await calls.call('gateway.stop', {});
  await expect(fetch(baseUrl)).rejects.toThrow('fetch failed');
  await child.stop();
  expect(await child.ended).toEqual({ code: 0, signal: null });
});

it('says that its port is taken, and can be asked again', async () => {
  const { input, baseUrl } = await start({});
  const { calls } = fork();
  const other = { ...input, dir: join(dir, 'other') };
  const taken = { ...other, port: Number(new URL(baseUrl).port) };
  await expect(calls.call('gateway.start', taken)).rejects.toMatchObject({ code: 'port-taken' });
  expect((await calls.call('gateway.start', other)).baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it('draws small clips where its script says so', async () => {
  const { client } = await start({ smallClips: true });
  const { body } = await client.create({ parameters: { duration: 3, aspect: '9:16' } });
  const done = await client.finished(body.id);
  const small = { width: 144, height: 256, durationMs: 3_000 };
  expect(done.outputs[0]).toMatchObject(small);
  const file = join(dir, 'small.mp4');
  await writeFile(file, (await client.download(done)).bytes);
  expect(await readVideoFacts(file)).toMatchObject(small);
});

// a busy machine takes a while for seventy frames of this size
it(
  'renders a clip for real, with progress, and says in the file that it is a demo',
  { timeout: 240_000 },
  async () => {
    const { client } = await start({});
    const { body } = await client.create({
      prompt: 'Rain on a neon street',
      parameters: { duration: 3 },
    });
    const seen = new Set<number>();
    await vi.waitFor(
      async () => {
        const { status, progress } = (await client.read(body.id)).body;
        if (status === 'running' && progress !== null) seen.add(progress);
        expect(status).not.toMatch(/queued|running/);
      },
      { timeout: 200_000, interval: 100 },
    );
    const done = await client.finished(body.id);
    expect(done).toMatchObject({ status: 'succeeded', failure: null });
    expect(done.outputs[0]).toMatchObject({ width: 1280, height: 720, durationMs: 3_000, fps: 24 });
    const { bytes, sha256 } = await client.download(done);
    expect(sha256).toBe(done.outputs[0]?.sha256);
    expect(bytes.includes('rendered on this device')).toBe(true);
    expect(seen.size).toBeGreaterThan(2);
  },
);
