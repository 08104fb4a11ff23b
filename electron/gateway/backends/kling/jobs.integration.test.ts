// A job from order to downloaded clip through the real gateway, by both generations: its statuses, its end, its credits.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pngOf } from '../../testing/png.ts';
import { sha256Of } from '../../testing/test-client.ts';
import {
  byAccessKey,
  byApiKey,
  type KlingGateway,
  startKlingGateway,
} from './testing/start-kling-gateway.ts';

let studio: KlingGateway;
afterEach(() => studio.close());

const modelId = 'kling-2.6';
const untouched = { held: 0, settled: 0 };

async function firstFrame() {
  const png = pngOf(320, 400);
  await studio.client.upload(png, 'image/png');
  return { role: 'first-frame' as const, sha256: sha256Of(png) };
}

describe.each([
  ['current', byApiKey],
  ['legacy', byAccessKey],
] as const)('by the %s interfaces', (generation, credentials) => {
  beforeEach(async () => {
    studio = await startKlingGateway({ credentials, server: { urlLifetimeMs: 60_000 } });
  });

  it.each(['text-to-video', 'image-to-video'] as const)(
    'makes %s from order to a verified file, paid for once',
    async (kind) => {
      const images = kind === 'image-to-video' ? [await firstFrame()] : [];
      const created = await studio.client.create(
        { modelId, kind, images, prompt: 'Fog' },
        'one-key-for-both',
      );
      expect(created.status).toBe(201);
      const done = await studio.client.finished(created.body.id);
      expect(done).toMatchObject({ status: 'succeeded', progress: 1, failure: null });
      expect(studio.server.tasks()).toMatchObject([
        { generation, order: { prompt: 'Fog', externalId: `k5-${done.id}` } },
      ]);
      const [output] = done.outputs;
      const { sha256, bytes } = await studio.client.download(done);
      expect({ sha256, sizeBytes: bytes.length }).toEqual({
        sha256: output?.sha256,
        sizeBytes: output?.sizeBytes,
      });
      expect(output).toMatchObject({ fps: 24, width: 128, height: 72 });
      expect(done.credits).toMatchObject({ held: 0, settled: 15, refunded: 0 });
      expect(studio.server.remainingUnits()).toBe(998.5);
      expect(
        (await studio.client.create({ modelId, kind, images, prompt: 'Fog' }, 'one-key-for-both'))
          .status,
      ).toBe(200);
      expect(studio.orders()).toBe(1);
      expect(await studio.incoming()).toEqual([]);
    },
  );

  it('is running without a progress, and cannot be cancelled once it is there', async () => {
    studio.server.faults.add({ on: 'query', times: 1_000, act: { type: 'unknown-status' } });
    const { body } = await studio.client.create({ modelId });
    const running = await studio.client.running(body.id);
    expect(running).toMatchObject({ progress: null, credits: { held: 15 } });
    await studio.until(() => studio.server.accepted() === 1);
    expect(await studio.client.cancel(body.id)).toMatchObject({
      status: 403,
      error: { message: 'The provider has this clip already and cannot stop it.' },
    });
    studio.server.faults.clear();
    expect((await studio.client.finished(body.id)).status).toBe('succeeded');
  });

  it('is refused for its content at once: not sent again, nothing paid', async () => {
    studio.server.faults.add({ on: 'create', act: { type: 'error', code: 1301 } });
    const refused = await studio.client.finished((await studio.client.create({ modelId })).body.id);
    expect(refused).toMatchObject({
      status: 'refused',
      failure: { code: 'policy-refused' },
      credits: untouched,
    });
    expect(studio.orders()).toBe(1);
    expect(studio.server.remainingUnits()).toBe(1_000);
  });

  it('is refused for its content in the end: not sent again, nothing paid', async () => {
    const message = 'Failure to pass the risk control system';
    studio.server.faults.add({ on: 'create', act: { type: 'fail-task', message } });
    const refused = await studio.client.finished((await studio.client.create({ modelId })).body.id);
    expect(refused).toMatchObject({
      status: 'refused',
      failure: { code: 'policy-refused', message: expect.stringContaining(message) as string },
      credits: untouched,
    });
    expect(studio.orders()).toBe(1);
    expect(studio.server.remainingUnits()).toBe(1_000);
  });

  it('fails at the provider: said in its words, nothing paid', async () => {
    const act = { type: 'fail-task', message: 'Out of machines' } as const;
    studio.server.faults.add({ on: 'create', act });
    const failed = await studio.client.finished((await studio.client.create({ modelId })).body.id);
    expect(failed).toMatchObject({
      status: 'failed',
      failure: {
        code: 'render-failed',
        message: 'Kling could not make this clip. It says: Out of machines',
      },
      credits: untouched,
    });
    expect(studio.orders()).toBe(1);
    expect(studio.server.remainingUnits()).toBe(1_000);
  });
});

describe('balance', () => {
  it('is that of the account, less what is held', async () => {
    studio = await startKlingGateway({ server: { units: 100 } });
    expect((await studio.client.account()).credits).toEqual({ available: 1_000, held: 0 });
    studio.server.faults.add({ on: 'query', times: 1_000, act: { type: 'unknown-status' } });
    const { body } = await studio.client.create({ modelId });
    await studio.client.running(body.id);
    expect((await studio.client.account()).credits).toEqual({ available: 985, held: 15 });
  });
});

it('the account is told in time when the platform is silent, with what was known last', async () => {
  let aheadMs = 0;
  studio = await startKlingGateway({
    server: { units: 100 },
    limits: { balancePatienceMs: 20, answerMs: 60_000 },
    clockAheadMs: () => aheadMs,
  });
  studio.server.faults.add({ on: 'costs', after: 1, times: 2, act: { type: 'hang' } });
  await studio.until(async () => (await studio.client.account()).credits.available === 1_000);
  aheadMs = 5_000;
  expect((await studio.client.account()).credits).toEqual({ available: 1_000, held: 0 });
});

describe('expiry', () => {
  const monthMs = 31 * 24 * 3_600_000;
  let aheadMs = 0;

  beforeEach(async () => {
    aheadMs = 0;
    studio = await startKlingGateway({
      clockAheadMs: () => aheadMs,
      server: { now: () => Date.now() + aheadMs },
    });
  });

  it('of a result that was never fetched ends the job, says so and gives the credits back', async () => {
    studio.server.faults.add({ on: 'media', times: 1_000, act: { type: 'error', code: 5000 } });
    const { body } = await studio.client.create({ modelId });
    await studio.until(() => studio.mediaRequests() > 0);
    await studio.restart(() => void (aheadMs = monthMs));
    const done = await studio.client.finished(body.id);
    expect(done).toMatchObject({ status: 'expired', failure: { code: 'output-expired' } });
    expect(done.credits).toMatchObject(untouched);
    expect(studio.orders()).toBe(1);
  });

  it('of a result ends the job even if the platform still lists it', async () => {
    await studio.close();
    studio = await startKlingGateway({ clockAheadMs: () => aheadMs });
    const act = { type: 'error', code: 5000, status: 403 } as const;
    studio.server.faults.add({ on: 'media', times: 1_000, act });
    const { body } = await studio.client.create({ modelId });
    await studio.until(() => studio.mediaRequests() > 5);
    expect((await studio.client.read(body.id)).body.failure).toBeNull();
    aheadMs = monthMs;
    expect((await studio.client.finished(body.id)).status).toBe('expired');
  });

  it('of a job whose order got no answer does not lead to a second order', async () => {
    studio.server.faults.add({ on: 'create', act: { type: 'lose-answer' } });
    studio.server.faults.add({ on: 'query', times: 1_000, act: { type: 'html', status: 502 } });
    const { body } = await studio.client.create({ modelId });
    await studio.until(() => studio.server.accepted() === 1);
    await studio.restart(() => {
      aheadMs = monthMs;
      studio.server.faults.clear();
    });
    expect((await studio.client.finished(body.id)).status).toBe('expired');
    expect(studio.server.accepted()).toBe(1);
  });

  it('is the end of a task that claims to be done and shows no video', async () => {
    studio.server.faults.add({ on: 'query', times: 1_000, act: { type: 'no-outputs' } });
    const { body } = await studio.client.create({ modelId });
    await studio.until(() => studio.queries() > 5);
    expect((await studio.client.read(body.id)).body.status).toBe('running');
    aheadMs = 11 * 60_000;
    expect(await studio.client.finished(body.id)).toMatchObject({
      status: 'failed',
      failure: {
        code: 'render-failed',
        message: 'Kling says that this clip is done and shows none.',
      },
    });
  });
});
