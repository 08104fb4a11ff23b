// Each row of the platform's error table, by both generations: what becomes of the job, of its credits, and of the next try.
import { afterEach, describe, expect, it } from 'vitest';
import { errorRules } from './provider-errors.ts';
import {
  byAccessKey,
  byApiKey,
  type KlingGateway,
  startKlingGateway,
} from './testing/start-kling-gateway.ts';

let studio: KlingGateway;
afterEach(() => studio.close());

const modelId = 'kling-2.6';
const finished = async () =>
  studio.client.finished((await studio.client.create({ modelId })).body.id);

const ends = [
  [1000, 'failed', 'cloud-unauthorised'],
  [1001, 'failed', 'cloud-unauthorised'],
  [1002, 'failed', 'cloud-unauthorised'],
  [1100, 'failed', 'credits-insufficient'],
  [1101, 'failed', 'credits-insufficient'],
  [1102, 'failed', 'credits-insufficient'],
  [1103, 'failed', 'cloud-rejected'],
  [1200, 'failed', 'cloud-rejected'],
  [1201, 'failed', 'cloud-rejected'],
  [1202, 'failed', 'cloud-rejected'],
  [1203, 'failed', 'cloud-rejected'],
  [1300, 'refused', 'policy-refused'],
  [1301, 'refused', 'policy-refused'],
  [1304, 'failed', 'cloud-rejected'],
] as const;
const passes = [1302, 1303, 5000, 5001, 5002];
const byClock = [1003, 1004];

it('the table has a test for each of its rows', () => {
  const tested = [...ends.map(([code]) => code), ...passes, ...byClock].toSorted((a, b) => a - b);
  expect(tested).toEqual(Object.keys(errorRules).map(Number));
  studio = { close: () => Promise.resolve() } as KlingGateway;
});

describe.each([
  ['current', byApiKey],
  ['legacy', byAccessKey],
] as const)('by the %s interfaces', (_generation, credentials) => {
  it.each(ends)('error %i ends the job as %s, %s', async (code, status, failureCode) => {
    studio = await startKlingGateway({ credentials });
    studio.server.faults.add({ on: 'create', act: { type: 'error', code } });
    const done = await finished();
    expect(done).toMatchObject({ status, failure: { code: failureCode } });
    expect(done.credits).toMatchObject({ held: 0, settled: 0 });
    expect({ orders: studio.orders(), units: studio.server.remainingUnits() }).toEqual({
      orders: 1,
      units: 1_000,
    });
  });

  it.each(passes)('after error %i the job goes on and is made once', async (code) => {
    studio = await startKlingGateway({ credentials });
    studio.server.faults.add({ on: 'create', times: 2, act: { type: 'error', code } });
    expect((await finished()).status).toBe('succeeded');
    expect({ orders: studio.orders(), accepted: studio.server.accepted() }).toEqual({
      orders: 3,
      accepted: 1,
    });
  });

  it('an unknown code is judged by its status', async () => {
    studio = await startKlingGateway({ credentials });
    studio.server.faults.add({ on: 'create', act: { type: 'error', code: 7777, status: 418 } });
    expect((await finished()).failure?.message).toContain('Kling refuses this with error 7777.');
    studio.server.faults.add({ on: 'create', act: { type: 'error', code: 7777, status: 500 } });
    expect((await finished()).status).toBe('succeeded');
  });

  it('an error under the success line is an error', async () => {
    studio = await startKlingGateway({ credentials });
    studio.server.faults.add({ on: 'create', act: { type: 'error', code: 1301, status: 200 } });
    expect((await finished()).status).toBe('refused');
    expect(studio.orders()).toBe(1);
  });
});

describe('the clock', () => {
  const hourMs = 3_600_000;

  it.each([-hourMs, hourMs])(
    'may be wrong by %i ms: tokens follow the platform',
    async (aheadMs) => {
      studio = await startKlingGateway({ credentials: byAccessKey, clockAheadMs: () => aheadMs });
      expect((await finished()).status).toBe('succeeded');
      const refused = studio.server.requests.filter(({ status }) => status === 401);
      expect(refused).toHaveLength(1);
    },
  );

  it.each(byClock)('is named when error %i does not go away', async (code) => {
    studio = await startKlingGateway({ credentials: byAccessKey });
    studio.server.faults.add({ on: 'create', times: 2, act: { type: 'error', code } });
    expect((await finished()).failure).toEqual({
      code: 'cloud-unauthorised',
      message: 'Kling does not accept the time of this computer. Check its clock.',
    });
    expect(studio.orders()).toBe(2);
  });
});

describe('a wrong key', () => {
  it.each([
    ['current', { type: 'api-key', apiKey: 'a-key-of-nobody' }],
    ['legacy', { type: 'access-key', accessKey: 'nobody', secretKey: 'a-wrong-secret' }],
  ] as const)('is a clear problem by the %s interfaces', async (_generation, credentials) => {
    studio = await startKlingGateway({ credentials });
    const problem = 'Kling does not know this key. Check it in Settings.';
    const failed = await finished();
    expect(failed.failure).toEqual({ code: 'cloud-unauthorised', message: problem });
    expect(failed.credits).toMatchObject({ held: 0, settled: 0 });
    expect(await studio.status()).toEqual({ state: 'degraded', message: problem });
    // Nothing more is sent for a while: the next job has the same answer at once.
    const before = studio.server.requests.length;
    expect((await finished()).failure?.message).toBe(problem);
    expect(studio.server.requests.length).toBe(before);
  });

  it('that is corrected works at once', async () => {
    studio = await startKlingGateway({ credentials: { type: 'api-key', apiKey: 'mistyped-key' } });
    expect((await finished()).status).toBe('failed');
    await studio.restart(undefined, byApiKey);
    expect((await finished()).status).toBe('succeeded');
    expect((await studio.status()).state).toBe('ok');
  });

  it('that is withdrawn while a job is in work is told, and the job waits', async () => {
    studio = await startKlingGateway();
    const act = { type: 'error', code: 1002 } as const;
    studio.server.faults.add({ on: 'query', times: 1_000, act });
    const { body } = await studio.client.create({ modelId });
    await studio.until(async () => (await studio.status()).state === 'degraded');
    expect((await studio.client.read(body.id)).body.status).toBe('running');
    studio.server.faults.clear();
    expect((await studio.client.finished(body.id)).status).toBe('succeeded');
    expect(studio.orders()).toBe(1);
  });
});

it('a used-up pack stops the queue instead of asking again and again', async () => {
  studio = await startKlingGateway({ server: { units: 2 } });
  expect((await finished()).status).toBe('succeeded');
  const failures = await Promise.all([finished(), finished(), finished()]);
  for (const { status, failure, credits } of failures) {
    expect(status).toBe('failed');
    expect(failure?.code).toBe('credits-insufficient');
    expect(credits).toMatchObject({ held: 0, settled: 0 });
  }
  const before = studio.orders();
  expect((await finished()).failure?.code).toBe('credits-insufficient');
  expect(studio.orders()).toBe(before);
});
