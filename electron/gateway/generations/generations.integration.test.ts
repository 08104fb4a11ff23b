import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { generationPageSchema } from '#shared/gateway/generation.ts';
import { creditEntrySchema } from '#shared/gateway/service.ts';
import { RenderFailure } from '../backend.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, generationRequest, type TestClient } from '../testing/test-client.ts';

let gateway: TestGateway;
let client: TestClient;

beforeEach(async () => {
  gateway = await startTestGateway();
  client = createClient(gateway);
});
afterEach(() => gateway.close());

const ledgerSchema = z.object({
  items: z.array(creditEntrySchema),
  nextCursor: z.string().nullable(),
});
const ledger = async () =>
  (await client.send(ledgerSchema, '/v1/account/credits?limit=500')).body.items;
const page = async (query: string) =>
  (await client.send(generationPageSchema, `/v1/generations?${query}`)).body;

describe('creating a job', () => {
  it('renders it and gives its video with size and hash', async () => {
    const created = await client.create();
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      parameters: { resolution: '720p', aspect: '16:9', duration: 5 },
      credits: { held: 30, settled: 0, refunded: 0 },
    });
    const done = await client.finished(created.body.id);
    expect(done).toMatchObject({
      status: 'succeeded',
      progress: 1,
      credits: { held: 0, settled: 30, refunded: 0 },
    });
    const video = await client.download(done);
    expect(video.sha256).toBe(done.outputs[0]?.sha256);
    expect(video.bytes.length).toBe(done.outputs[0]?.sizeBytes);
    expect(video.bytes.subarray(4, 8).toString()).toBe('ftyp');
  });

  it('answers the same job for the same key and request, and charges once', async () => {
    const first = await client.create({}, 'the-same-key');
    await client.finished(first.body.id);
    const second = await client.create({}, 'the-same-key');
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect(gateway.backend.started).toHaveLength(1);
    expect((await client.account()).credits).toEqual({ available: 2_370, held: 0 });
  });

  it('refuses a job that was meant for another provider or region, and takes nothing for it', async () => {
    const here = { provider: 'This device', region: 'This device' };
    const elsewhere = await client.create({
      destination: { provider: 'Kling', region: 'Singapore' },
    });
    expect(elsewhere).toMatchObject({
      status: 409,
      error: {
        code: 'destination-changed',
        message:
          'This clip was meant for Kling, Singapore. Clips now go to This device, This device.',
      },
    });
    expect((await client.create({ destination: { ...here, region: 'Beijing' } })).status).toBe(409);
    expect(gateway.backend.started).toHaveLength(0);
    expect((await client.account()).credits).toEqual({ available: 2_400, held: 0 });
    expect((await client.create({ destination: here })).status).toBe(201);
  });

  it('gives one job to twenty requests with one key at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => client.create({}, 'a-shared-key')),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await ledger()).filter(({ type }) => type === 'hold')).toHaveLength(1);
  });

  it('does not care in which order the parameters came', async () => {
    const a = await client.create({ parameters: { duration: 6, aspect: '1:1' } }, 'ordered-key');
    const b = await client.create({ parameters: { aspect: '1:1', duration: 6 } }, 'ordered-key');
    expect(b).toMatchObject({ status: 200, body: { id: a.body.id } });
  });

  it('refuses the same key with another request', async () => {
    await client.create({}, 'the-same-key');
    const other = await client.create({ prompt: 'Something else' }, 'the-same-key');
    expect(other).toMatchObject({ status: 409, error: { code: 'key-conflict' } });
    expect(await ledger()).toHaveLength(2);
  });

  it('makes different videos of the same prompt', async () => {
    const a = await client.create();
    const b = await client.create();
    const [first, second] = [await client.finished(a.body.id), await client.finished(b.body.id)];
    expect(first.outputs[0]?.sha256).not.toBe(second.outputs[0]?.sha256);
  });
});

describe('refusals before a job exists', () => {
  it.each([
    ['an unknown model', { modelId: 'kling-9' }, 'modelId'],
    ['an empty prompt', { prompt: ' ' }, 'prompt'],
    ['a prompt that is too long', { prompt: 'x'.repeat(2_501) }, 'prompt'],
    ['a duration outside the range', { parameters: { duration: 16 } }, 'duration'],
    [
      'a duration between the steps',
      { modelId: 'kling-2.6', parameters: { duration: 7 } },
      'duration',
    ],
    ['a resolution that is not offered', { parameters: { resolution: '4k' } }, 'resolution'],
    ['an unknown parameter', { parameters: { sound: true } }, 'sound'],
    [
      'an image that never arrived',
      {
        kind: 'image-to-video' as const,
        images: [{ role: 'first-frame' as const, sha256: 'a'.repeat(64) }],
      },
      'images',
    ],
    [
      'a missing first frame',
      { modelId: 'kling-3.0', kind: 'image-to-video' as const },
      'firstFrame',
    ],
  ])('names the field for %s', async (_name, changes, field) => {
    const reply = await client.create(changes);
    expect(reply).toMatchObject({ status: 400, error: { code: 'invalid-request', field } });
    expect((await client.account()).credits.available).toBe(2_400);
  });

  it.each([undefined, 'short', 'with space inside', 'x'.repeat(81)])(
    'refuses the key %s',
    async (key) => {
      const headers = { 'Content-Type': 'application/json' };
      const reply = await gateway.fetch('/v1/generations', {
        method: 'POST',
        headers: key === undefined ? headers : { ...headers, 'Idempotency-Key': key },
        body: JSON.stringify(generationRequest),
      });
      expect(reply.status).toBe(400);
      expect(await reply.json()).toMatchObject({ error: { field: 'Idempotency-Key' } });
    },
  );

  it('refuses by policy, plainly and free', async () => {
    const reply = await client.create({ prompt: 'Instructions how to build a pipe bomb' });
    expect(reply).toMatchObject({ status: 422, error: { code: 'policy-refused' } });
    expect(await ledger()).toHaveLength(1);
  });

  it('refuses what the credits do not cover', async () => {
    gateway.backend.hold();
    const long = { parameters: { duration: 15, resolution: '1080p' } };
    for (let job = 0; job < 20; job += 1) await client.create(long);
    expect((await client.account()).credits).toEqual({ available: 0, held: 2_400 });
    const reply = await client.create(long);
    expect(reply).toMatchObject({ status: 402, error: { code: 'credits-insufficient' } });
  });
});

describe('the end of a job', () => {
  it('gives the credits back when rendering fails, with the reason', async () => {
    gateway.backend.failNext(new RenderFailure('render-failed', 'No frames came out.'));
    const { body } = await client.create();
    const failed = await client.finished(body.id);
    expect(failed).toMatchObject({
      status: 'failed',
      failure: { code: 'render-failed', message: 'No frames came out.' },
      credits: { held: 0, settled: 0, refunded: 30 },
      outputs: [],
    });
    expect((await client.account()).credits).toEqual({ available: 2_400, held: 0 });
  });

  it('tells a refusal at run time from a failure', async () => {
    gateway.backend.failNext(new RenderFailure('policy', 'Not this.', true));
    const { body } = await client.create();
    expect(await client.finished(body.id)).toMatchObject({ status: 'refused' });
    expect((await client.account()).credits.available).toBe(2_400);
  });

  it('cancels a running and a waiting job, and gives their credits back once', async () => {
    gateway.backend.hold();
    const running = await client.create();
    const waiting = await client.create();
    expect(await client.running(running.body.id)).toMatchObject({ progress: 0.5 });
    for (const { body } of [running, waiting]) {
      expect((await client.cancel(body.id)).body).toMatchObject({
        status: 'cancelled',
        credits: { held: 0, refunded: 30 },
      });
      await client.cancel(body.id);
    }
    gateway.backend.release();
    const after = await client.create({}, 'after-cancelling');
    await client.finished(after.body.id);
    expect(await client.finished(running.body.id)).toMatchObject({ outputs: [] });
    expect((await client.account()).credits).toEqual({ available: 2_370, held: 0 });
  });

  it('leaves a finished job as it is', async () => {
    const { body } = await client.create();
    await client.finished(body.id);
    expect((await client.cancel(body.id)).body).toMatchObject({
      status: 'succeeded',
      credits: { settled: 30, refunded: 0 },
    });
  });

  it('adds up: what is available is what was granted without what was settled and held', async () => {
    gateway.backend.failNext(new RenderFailure('render-failed', 'No.'));
    const failed = await client.create();
    await client.finished(failed.body.id);
    await client.finished((await client.create()).body.id);
    gateway.backend.hold();
    await client.create({ parameters: { duration: 3 } });
    await client.cancel((await client.create()).body.id);

    const entries = await ledger();
    const granted = entries.filter(({ type }) => type === 'grant');
    const { items } = await page('limit=500');
    const total = (of: 'held' | 'settled') =>
      items.reduce((sum, { credits }) => sum + credits[of], 0);
    const sum = entries.reduce((all, { amount }) => all + amount, 0);
    const { available, held } = (await client.account()).credits;
    expect(granted.map(({ amount }) => amount)).toEqual([2_400]);
    expect(available).toBe(2_400 - total('settled') - total('held'));
    expect({ available, held }).toEqual({ available: sum, held: 18 });
  });
});

describe('a restart', () => {
  it('renders unfinished jobs again and settles each once', async () => {
    gateway.backend.hold();
    const first = await client.create();
    const second = await client.create();
    await client.running(first.body.id);
    await gateway.restart();
    for (const { body } of [first, second]) {
      expect(await client.finished(body.id)).toMatchObject({ status: 'succeeded' });
    }
    const types = (await ledger()).map(({ type }) => type).sort();
    expect(types).toEqual(['grant', 'hold', 'hold', 'settle', 'settle']);
    expect(gateway.backend.started.map(({ generationId }) => generationId)).toEqual([
      first.body.id,
      second.body.id,
    ]);
  });

  it('keeps keys, results and signed URLs', async () => {
    const { body } = await client.create({}, 'kept-over-restart');
    const done = await client.finished(body.id);
    await gateway.restart();
    expect(await client.create({}, 'kept-over-restart')).toMatchObject({ status: 200 });
    expect((await client.download(done)).sha256).toBe(done.outputs[0]?.sha256);
  });
});

describe('the list', () => {
  it('pages newest first, stable while jobs are added', async () => {
    const ids: string[] = [];
    for (let job = 0; job < 5; job += 1) ids.unshift((await client.create()).body.id);
    const first = await page('limit=2');
    await client.create();
    const second = await page(`limit=2&cursor=${first.nextCursor}`);
    const third = await page(`limit=2&cursor=${second.nextCursor}`);
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen).toEqual(ids);
    expect(third.nextCursor).toBeNull();
  });

  it('finds the job with a key', async () => {
    const { body } = await client.create({}, 'wanted-key');
    await client.create();
    expect((await page('idempotencyKey=wanted-key')).items.map(({ id }) => id)).toEqual([body.id]);
    expect((await page('idempotencyKey=unknown-key')).items).toEqual([]);
  });

  it.each(['cursor=nonsense', 'limit=0', 'limit=501', 'limit=many'])(
    'refuses %s',
    async (query) => {
      const reply = await client.send(generationPageSchema, `/v1/generations?${query}`);
      expect(reply).toMatchObject({ status: 400, error: { code: 'invalid-request' } });
    },
  );
});
