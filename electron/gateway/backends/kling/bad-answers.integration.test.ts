// Answers that are not what they should be: each is contained, the job is made once, or ends with a reason.
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../kling-test-server/faults.ts';
import {
  apiKey,
  byAccessKey,
  byApiKey,
  type KlingGateway,
  startKlingGateway,
} from './testing/start-kling-gateway.ts';

let studio: KlingGateway;
afterEach(() => studio.close());

const modelId = 'kling-2.6';
/** What counts as silence. */
const silence = { answerMs: 400, idleMs: 400 };
const finished = async () =>
  studio.client.finished((await studio.client.create({ modelId })).body.id);

const orderFaults: readonly FaultInput['act'][] = [
  { type: 'html', status: 200 },
  { type: 'html', status: 502 },
  { type: 'html', status: 429 },
  { type: 'hang' },
  { type: 'lose-answer' },
  { type: 'hold-answer' },
  { type: 'cut' },
  { type: 'error', code: 0, status: 500 },
  { type: 'error', code: 5000, status: 200 },
];
const queryFaults: readonly FaultInput['act'][] = [
  { type: 'html', status: 200 },
  { type: 'html', status: 404 },
  { type: 'hang' },
  { type: 'cut' },
  { type: 'lose-answer' },
  { type: 'unknown-status' },
  { type: 'omit-task' },
  { type: 'object-data' },
  { type: 'no-outputs' },
  { type: 'error', code: 1203 },
  { type: 'error', code: 1302 },
  { type: 'error', code: 5000, status: 200 },
];
const mediaFaults: readonly FaultInput['act'][] = [
  { type: 'cut' },
  { type: 'wrong-length' },
  { type: 'not-a-video' },
  { type: 'hang' },
  { type: 'error', code: 5000, status: 503 },
  { type: 'error', code: 5000, status: 403 },
];

describe.each([
  ['current', byApiKey],
  ['legacy', byAccessKey],
] as const)('by the %s interfaces', (_generation, credentials) => {
  beforeEach(async () => {
    studio = await startKlingGateway({ credentials, limits: silence });
  });

  const cases = [
    ...orderFaults.map((act) => ['create', act] as const),
    ...queryFaults.map((act) => ['query', act] as const),
    ...mediaFaults.map((act) => ['media', act] as const),
  ];

  it.each(cases)('%s: %o', async (on, act) => {
    studio.server.faults.add({ on, times: 2, act });
    const done = await finished();
    expect(done).toMatchObject({ status: 'succeeded', credits: { held: 0, settled: 15 } });
    const { sha256 } = await studio.client.download(done);
    expect(sha256).toBe(done.outputs[0]?.sha256);
    expect(studio.server.accepted()).toBe(1);
    expect(studio.server.remainingUnits()).toBe(998.5);
    expect(await studio.incoming()).toEqual([]);
  });
});

describe('another host', () => {
  const seen: string[] = [];
  const other = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization ?? ''}`);
    response.end('{}');
  });
  let origin = '';

  beforeEach(async () => {
    seen.length = 0;
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    studio = await startKlingGateway();
  });
  afterEach(async () => {
    await new Promise((resolve) => other.close(resolve));
  });

  it.each(['there', 'http://localhost:1', 'https://klingai.com.evil.example', 'file:///etc'])(
    'in the URL of a result is never asked: %s',
    async (place) => {
      const act = { type: 'other-host', origin: place === 'there' ? origin : place } as const;
      studio.server.faults.add({ on: 'query', times: 1_000, act });
      const done = await finished();
      expect(done).toMatchObject({ status: 'failed', failure: { code: 'url-forbidden' } });
      expect(done.credits).toMatchObject({ held: 0, settled: 0 });
      expect(seen).toEqual([]);
    },
  );

  it('is never asked because of a redirection, with the key or without', async () => {
    const act = { type: 'redirect', to: `${origin}/here` } as const;
    studio.server.faults.add({ on: 'create', times: 2, act });
    studio.server.faults.add({ on: 'query', times: 2, act });
    studio.server.faults.add({ on: 'media', times: 2, act });
    expect((await finished()).status).toBe('succeeded');
    expect(studio.server.accepted()).toBe(1);
    expect(seen).toEqual([]);
  });
});

describe('links', () => {
  it('that stopped working meanwhile are renewed before the next try', async () => {
    let aheadMs = 0;
    studio = await startKlingGateway({
      limits: silence,
      server: { now: () => Date.now() + aheadMs, urlLifetimeMs: 60_000 },
    });
    studio.server.faults.add({ on: 'media', act: { type: 'hang' } });
    const { body } = await studio.client.create({ modelId });
    // The link of the first try dies while it hangs.
    await studio.until(() => studio.server.openMedia() === 1);
    aheadMs = 120_000;
    expect((await studio.client.finished(body.id)).status).toBe('succeeded');
    expect(studio.orders()).toBe(1);
    // One for each dead link of the same answer would be more.
    expect(studio.mediaRequests()).toBeLessThan(4);
  });

  it('that are dead again and again are asked for until one works, without a second order', async () => {
    const act = { type: 'error', code: 5000, status: 403 } as const;
    studio = await startKlingGateway();
    studio.server.faults.add({ on: 'media', times: 7, act });
    expect((await finished()).status).toBe('succeeded');
    expect({ orders: studio.orders(), media: studio.mediaRequests() }).toEqual({
      orders: 1,
      media: 8,
    });
  });
});

it('a job that is missing from an answer about many does not hold up the others', async () => {
  studio = await startKlingGateway({ server: { workMs: 60 } });
  studio.server.faults.add({ on: 'query', times: 6, act: { type: 'omit-task' } });
  const done = await Promise.all([finished(), finished(), finished()]);
  expect(done.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  expect(new Set(done.map(({ outputs }) => outputs[0]?.sha256)).size).toBe(3);
  expect(JSON.stringify(studio.logged)).not.toContain(apiKey);
});
