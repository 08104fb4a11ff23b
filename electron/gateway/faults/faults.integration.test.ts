import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, sha256Of } from '../testing/test-client.ts';
import { type FaultScriptInput, readFaultScript } from './fault-script.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

async function start(faults: FaultScriptInput) {
  gateway = await startTestGateway({ faults });
  return createClient(gateway);
}

type Fault = NonNullable<FaultScriptInput['rules']>[number]['fault'];
const onService = (fault: Fault, more: object = {}): FaultScriptInput => ({
  rules: [{ route: 'service', fault, ...more }],
});
const service = (init: RequestInit = {}) => gateway.fetch('/v1/service', init);

describe('planned faults', () => {
  it('status: answers with it, a body of the contract and Retry-After', async () => {
    await start(onService({ type: 'status', status: 429, retryAfterSeconds: 3 }, { times: 1 }));
    const response = await service();
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3']);
    expect(await response.json()).toMatchObject({ error: { code: 'rate-limited' } });
    expect((await service()).status).toBe(200);
  });

  it('delay: answers late', async () => {
    await start(onService({ type: 'delay', delayMs: 80 }));
    const before = performance.now();
    expect((await service()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
  });

  it('drop: ends the connection without an answer', async () => {
    await start(onService({ type: 'drop' }, { nth: 2, times: 1 }));
    expect((await service()).status).toBe(200);
    await expect(service()).rejects.toThrow('fetch failed');
    expect((await service()).status).toBe(200);
  });

  it('drop after: the work was done, the answer is lost, the key finds it again', async () => {
    const client = await start({
      rules: [{ route: 'createGeneration', when: 'after', times: 1, fault: { type: 'drop' } }],
    });
    await expect(client.create({}, 'lost-answer')).rejects.toThrow('fetch failed');
    const again = await client.create({}, 'lost-answer');
    expect(again.status).toBe(200);
    await client.finished(again.body.id);
    expect((await client.account()).credits.available).toBe(2_370);
  });

  it('hang: does not answer, and does not keep the server from closing', async () => {
    await start(onService({ type: 'hang' }));
    await expect(service({ signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout');
  });

  it('html: answers 200 with a web page', async () => {
    await start(onService({ type: 'html' }));
    const response = await service();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('<!doctype html>');
  });

  it('json: answers 200 with something else', async () => {
    await start(onService({ type: 'json', value: { code: 1200 } }));
    expect(await (await service()).json()).toEqual({ code: 1200 });
  });

  it('slow: sends at the given pace', async () => {
    await start(onService({ type: 'slow', bytesPerSecond: 40_000 }));
    const before = performance.now();
    const { length } = await (await service()).text();
    expect(performance.now() - before).toBeGreaterThan((length / 40_000) * 1_000 * 0.7);
  });

  it('truncate: announces the whole and sends a part', async () => {
    const client = await start({
      rules: [{ route: 'outputContent', times: 1, fault: { type: 'truncate', atBytes: 100 } }],
    });
    const done = await client.finished((await client.create()).body.id);
    const response = await fetch(new URL(done.outputs[0]?.url ?? '', gateway.baseUrl));
    expect(response.headers.get('content-length')).toBe(String(done.outputs[0]?.sizeBytes));
    await expect(response.arrayBuffer()).rejects.toThrow('terminated');
    expect((await client.download(done)).sha256).toBe(done.outputs[0]?.sha256);
  });

  it('wrongHash: sends bytes of the right length that are not those of the hash', async () => {
    const client = await start({
      rules: [{ route: 'outputContent', times: 1, fault: { type: 'wrongHash' } }],
    });
    const done = await client.finished((await client.create()).body.id);
    const damaged = await client.download(done);
    expect(damaged.bytes.length).toBe(done.outputs[0]?.sizeBytes);
    expect(damaged.sha256).not.toBe(done.outputs[0]?.sha256);
    expect((await client.download(done)).sha256).toBe(done.outputs[0]?.sha256);
  });

  it('probability: the same seed gives the same row of faults', async () => {
    const faults = {
      seed: 7,
      ...onService({ type: 'status', status: 503 }, { probability: 0.5 }),
    };
    const row = async () => {
      const statuses: number[] = [];
      for (let call = 0; call < 12; call += 1) statuses.push((await service()).status);
      return statuses;
    };
    await start(faults);
    const first = await row();
    await gateway.restart({ faults });
    expect(await row()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 503]));
  });

  it('renders: late, failed, and given back', async () => {
    const client = await start({
      renders: [{ nth: 2, delayMs: 30, fail: { code: 'render-failed', message: 'As planned.' } }],
    });
    const first = await client.finished((await client.create()).body.id);
    const second = await client.finished((await client.create()).body.id);
    expect([first.status, second.status]).toEqual(['succeeded', 'failed']);
    expect((await client.account()).credits.available).toBe(2_370);
  });

  it('outputFile: gives that file for every job', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kling5-gateway-'));
    const outputFile = join(dir, 'prepared.mp4');
    const content = Buffer.alloc(3_000_000, 'prepared');
    await writeFile(outputFile, content);
    const client = await start({ outputFile });
    const done = await client.finished((await client.create()).body.id);
    expect((await client.download(done)).sha256).toBe(sha256Of(content));
    expect(done.outputs[0]).toMatchObject({ width: 1280, height: 720, durationMs: 5_000 });
    await rm(dir, { recursive: true });
  });

  it('are named in the access log', async () => {
    await start(onService({ type: 'drop' }, { times: 1 }));
    await expect(service()).rejects.toThrow('fetch failed');
    await service();
    expect(await gateway.accessLog()).toMatchObject([
      { route: 'service', status: null, faults: ['drop'] },
      { route: 'service', status: 200, faults: [], method: 'GET', path: '/v1/service' },
    ]);
  });

  it('are in the access log although the service closes in the middle of the answer', async () => {
    await start(onService({ type: 'slow', bytesPerSecond: 50 }, { times: 1 }));
    const half = await service(); // its headers are here
    await gateway.restart();
    expect(await gateway.accessLog()).toMatchObject([
      { route: 'service', status: null, faults: ['slow'] },
    ]);
    await expect(half.text()).rejects.toThrow('terminated');
  });

  it('are read from a file that says nothing unknown', async () => {
    await start({});
    const dir = await mkdtemp(join(tmpdir(), 'kling5-gateway-'));
    const file = join(dir, 'faults.json');
    await writeFile(file, JSON.stringify(onService({ type: 'drop' })));
    expect((await readFaultScript(file)).rules).toHaveLength(1);
    await writeFile(
      file,
      JSON.stringify({ rules: [{ route: 'nowhere', fault: { type: 'drop' } }] }),
    );
    await expect(readFaultScript(file)).rejects.toThrow('Invalid option');
    await writeFile(file, JSON.stringify({ rulez: [] }));
    await expect(readFaultScript(file)).rejects.toThrow('Unrecognized key');
    await rm(dir, { recursive: true });
  });
});
