import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasureSchema, erasureTokenSchema } from '#shared/gateway/erasure.ts';
import { generationPageSchema } from '#shared/gateway/generation.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, sha256Of, type TestClient } from '../testing/test-client.ts';
import { pngOf } from '../testing/png.ts';

let gateway: TestGateway;
let client: TestClient;

beforeEach(async () => {
  gateway = await startTestGateway();
  client = createClient(gateway);
});
afterEach(() => gateway.close());

const image = pngOf(320, 300);
const withImage = {
  kind: 'image-to-video' as const,
  images: [{ role: 'first-frame' as const, sha256: sha256Of(image) }],
};
const files = (folder: string) => readdirSync(join(gateway.dir, folder));
const list = async () => (await client.send(generationPageSchema, '/v1/generations')).body.items;
const countsOf = (reply: Awaited<ReturnType<TestClient['erase']>>) =>
  Object.fromEntries(reply.body.receipt?.counts.map(({ what, count }) => [what, count]) ?? []);

describe('erasing one job', () => {
  it('removes its row and files, and confirms with a receipt', async () => {
    const { body } = await client.create();
    const done = await client.finished(body.id);
    const reply = await client.erase({
      key: 'erasure-1',
      subjects: [{ type: 'generation', id: body.id }],
    });
    expect(reply).toMatchObject({ status: 200, body: { state: 'confirmed', key: 'erasure-1' } });
    expect(countsOf(reply)).toEqual({
      generations: 1,
      outputs: 1,
      assets: 0,
      uploads: 0,
      feedback: 0,
    });
    expect(files('outputs')).toEqual([]);
    expect((await client.read(body.id)).status).toBe(404);
    expect((await client.download(done)).response.status).toBe(404);
    expect(await list()).toEqual([]);
  });

  it('leaves amounts in the ledger, and nothing that says which job they were for', async () => {
    const { body } = await client.create();
    await client.finished(body.id);
    await client.erase({ key: 'erasure-1', subjects: [{ type: 'generation', id: body.id }] });
    const ledger = await (await gateway.fetch('/v1/account/credits')).text();
    expect(ledger).not.toContain(body.id);
    expect(readFileSync(join(gateway.dir, 'gateway.db')).includes(body.id)).toBe(false);
    expect((await client.account()).credits.available).toBe(2_370);
  });

  it('takes no file of a job that ends at the same moment', async () => {
    const work = Array.from({ length: 12 }, async (_, number) => {
      const { body } = await client.create({ parameters: { duration: 3 } });
      await client.erase({
        key: `erasure-${number}`,
        subjects: [{ type: 'generation-key', idempotencyKey: `absent-${number}` }],
      });
      const done = await client.finished(body.id);
      const { sha256 } = await client.download(done);
      return sha256 === done.outputs[0]?.sha256;
    });
    expect(await Promise.all(work)).toEqual(Array.from({ length: 12 }, () => true));
  });

  it('leaves the others alone', async () => {
    const kept = await client.create();
    const gone = await client.create();
    await client.finished(kept.body.id);
    await client.finished(gone.body.id);
    await client.erase({ key: 'erasure-1', subjects: [{ type: 'generation', id: gone.body.id }] });
    expect((await list()).map(({ id }) => id)).toEqual([kept.body.id]);
    expect(files('outputs').filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
  });

  it('never lets the key live again, whether the job was known or still on its way', async () => {
    const { body } = await client.create({}, 'known-key-1');
    await client.finished(body.id);
    await client.erase({
      key: 'erasure-1',
      subjects: [
        { type: 'generation', id: body.id },
        { type: 'generation-key', idempotencyKey: 'late-key-1' },
      ],
    });
    for (const key of ['known-key-1', 'late-key-1']) {
      const reply = await client.create({}, key);
      expect(reply).toMatchObject({ status: 409, error: { code: 'key-conflict' } });
    }
    expect(gateway.backend.started).toHaveLength(1);
  });

  it('stops a running job and gives its credits back', async () => {
    gateway.backend.hold();
    const { body } = await client.create({}, 'running-key');
    await client.running(body.id);
    await client.erase({
      key: 'erasure-1',
      subjects: [{ type: 'generation-key', idempotencyKey: 'running-key' }],
    });
    gateway.backend.release();
    const after = await client.create();
    await client.finished(after.body.id);
    expect((await client.account()).credits).toEqual({ available: 2_370, held: 0 });
    expect((await list()).map(({ id }) => id)).toEqual([after.body.id]);
  });
});

describe('an erasure', () => {
  it('is the same for the same key, and refused for other subjects', async () => {
    const subjects = [{ type: 'generation' as const, id: 'never-there' }];
    const first = await client.erase({ key: 'erasure-1', subjects });
    const again = await client.erase({ key: 'erasure-1', subjects });
    expect(again.body).toEqual(first.body);
    const other = await client.erase({ key: 'erasure-1', subjects: [{ type: 'everything' }] });
    expect(other).toMatchObject({ status: 409, error: { code: 'key-conflict' } });
  });

  it('can be read by its key, also after a restart', async () => {
    const { body } = await client.erase({ key: 'erasure-1', subjects: [{ type: 'everything' }] });
    await gateway.restart();
    expect((await client.send(erasureSchema, '/v1/erasures/erasure-1')).body).toEqual(body);
    expect((await client.send(erasureSchema, '/v1/erasures/unknown-1')).status).toBe(404);
  });

  it('that was only accepted is confirmed later, or at the next start', async () => {
    await gateway.restart({ faults: { erasureConfirmAfterMs: 3_600_000 } });
    const reply = await client.erase({ key: 'erasure-1', subjects: [{ type: 'everything' }] });
    expect(reply).toMatchObject({ status: 202, body: { state: 'accepted', receipt: null } });
    await gateway.restart({ faults: { erasureConfirmAfterMs: 20 } });
    const read = (key: string) => client.send(erasureSchema, `/v1/erasures/${key}`);
    expect((await read('erasure-1')).body.state).toBe('confirmed');
    await client.erase({ key: 'erasure-2', subjects: [{ type: 'everything' }] });
    await expect.poll(async () => (await read('erasure-2')).body.state).toBe('confirmed');
  });

  it('of an image makes waiting jobs that need it fail, free', async () => {
    gateway.backend.hold();
    await client.upload(image, 'image/png');
    await client.create();
    const waiting = await client.create(withImage);
    const reply = await client.erase({
      key: 'erasure-1',
      subjects: [{ type: 'asset', sha256: sha256Of(image) }],
    });
    expect(countsOf(reply)).toMatchObject({ assets: 1, uploads: 1 });
    expect(files('assets')).toEqual([]);
    gateway.backend.release();
    expect(await client.finished(waiting.body.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'image-gone' },
      credits: { refunded: 30 },
    });
  });

  it('of everything leaves no word of a prompt and no file, and the balance right', async () => {
    const canary = 'Zanzibar-Quokka-7731';
    await client.upload(image, 'image/png');
    await client.finished((await client.create({ ...withImage, prompt: canary })).body.id);
    await client.finished((await client.create({ prompt: canary })).body.id);
    const open = await client.announce(pngOf(400, 400), 'image/png');
    await client.append(open.body.id, 0, Buffer.from('part'));

    const reply = await client.erase({ key: 'erasure-1', subjects: [{ type: 'everything' }] });

    expect(countsOf(reply)).toEqual({
      generations: 2,
      outputs: 2,
      assets: 1,
      uploads: 2,
      feedback: 0,
    });
    for (const folder of ['assets', 'outputs', 'uploads']) expect(files(folder)).toEqual([]);
    const withCanary = ['gateway.db', 'gateway.db-wal', 'access.jsonl'].filter((name) =>
      readFileSync(join(gateway.dir, name)).includes(canary),
    );
    expect(withCanary).toEqual([]);
    expect((await client.account()).credits).toEqual({ available: 2_340, held: 0 });
  });
});

describe('a delete-only token', () => {
  const made = async () =>
    (await client.send(erasureTokenSchema, '/v1/erasure-tokens', { method: 'POST' })).body.token;

  it('erases and reads receipts, also after a restart', async () => {
    const authorization = `Bearer ${await made()}`;
    await gateway.restart();
    const request = { key: 'erasure-1', subjects: [{ type: 'everything' as const }] };
    const headers = { authorization, 'content-type': 'application/json' };
    const erased = await client.erase(request, { headers });
    expect(erased).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    const read = await gateway.fetch('/v1/erasures/erasure-1', { headers });
    expect(read.status).toBe(200);
  });

  it.each([
    ['GET', '/v1/account'],
    ['GET', '/v1/account/credits'],
    ['GET', '/v1/generations'],
    ['GET', '/v1/generations/any'],
    ['POST', '/v1/generations'],
    ['POST', '/v1/generations/any/cancel'],
    ['POST', '/v1/uploads'],
    ['POST', '/v1/erasure-tokens'],
  ])('can do nothing else: %s %s', async (method, path) => {
    const authorization = `Bearer ${await made()}`;
    const response = await gateway.fetch(path, { method, headers: { authorization } });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('is stored as a digest only', async () => {
    const token = await made();
    await gateway.restart();
    expect(readFileSync(join(gateway.dir, 'gateway.db')).includes(token)).toBe(false);
  });
});
