import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uploadSchema } from '#shared/gateway/upload.ts';
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
const patience = { timeout: 30_000 };

describe('an upload', () => {
  it('arrives in parts and is complete after its hash was checked', async () => {
    const { body, status } = await client.announce(image, 'image/png');
    expect({ status, ...body }).toMatchObject({ status: 201, offset: 0, state: 'open' });
    const half = Math.floor(image.length / 2);
    const first = await client.append(body.id, 0, image.subarray(0, half));
    expect(first.body).toMatchObject({ offset: half, state: 'open' });
    const second = await client.append(body.id, half, image.subarray(half));
    expect(second.body).toMatchObject({ offset: image.length, state: 'complete' });
    expect(readdirSync(join(gateway.dir, 'assets'))).toEqual([sha256Of(image)]);
    expect(readdirSync(join(gateway.dir, 'uploads'))).toEqual([]);
  });

  it('is not sent twice', async () => {
    await client.upload(image, 'image/png');
    const again = await client.announce(image, 'image/png');
    expect(again).toMatchObject({ status: 200, body: { state: 'complete', offset: image.length } });
  });

  it('goes on where it stopped, also after a restart', async () => {
    const { body } = await client.announce(image, 'image/png');
    await client.append(body.id, 0, image.subarray(0, 100));
    await gateway.restart();
    const resumed = await client.announce(image, 'image/png');
    expect(resumed).toMatchObject({ status: 200, body: { id: body.id, offset: 100 } });
    const last = await client.append(body.id, 100, image.subarray(100));
    expect(last.body.state).toBe('complete');
  });

  it('keeps what arrived before the connection was cut', async () => {
    const { body } = await client.announce(image, 'image/png');
    const url = new URL(`/v1/uploads/${body.id}`, gateway.baseUrl);
    const headers = {
      authorization: `Bearer ${gateway.token}`,
      'upload-offset': '0',
      'content-length': image.length,
    };
    const sending = request(url, { method: 'PATCH', headers });
    const cut = new Promise((resolve) => sending.on('error', resolve));
    sending.write(image.subarray(0, 200));
    const offset = async () => (await client.send(uploadSchema, url.pathname)).body.offset;
    await expect.poll(offset).toBe(200);
    sending.destroy(new Error('cut'));
    await cut;
    await vi.waitFor(async () => {
      expect((await client.append(body.id, 200, image.subarray(200))).body.state).toBe('complete');
    }, patience);
  });

  it('refuses bytes from another offset and says which one is next', async () => {
    const { body } = await client.announce(image, 'image/png');
    await client.append(body.id, 0, image.subarray(0, 10));
    for (const offset of [0, 9, 11]) {
      const reply = await client.append(body.id, offset, image.subarray(offset));
      expect(reply).toMatchObject({ status: 409, error: { code: 'offset-conflict' } });
    }
  });

  it('starts again when the bytes are not those that were announced', async () => {
    const { body } = await client.announce(image, 'image/png', 'b'.repeat(64));
    const reply = await client.append(body.id, 0, image);
    expect(reply).toMatchObject({ status: 422, error: { code: 'hash-mismatch' } });
    const { body: after } = await client.send(uploadSchema, `/v1/uploads/${body.id}`);
    expect(after).toMatchObject({ offset: 0, state: 'open' });
    expect(readdirSync(join(gateway.dir, 'assets'))).toEqual([]);
  });

  it.each([
    ['text that is called an image', Buffer.from('plain words, '.repeat(50)), 'image/png'],
    ['an image of another type', image, 'image/jpeg'],
    ['an image that ends too early', image.subarray(0, -12), 'image/png'],
    ['a cut-off header', image.subarray(0, 20), 'image/png'],
  ])('refuses %s', async (_name, content, mimeType) => {
    const { body } = await client.announce(content, mimeType);
    const reply = await client.append(body.id, 0, content);
    expect(reply).toMatchObject({ status: 415, error: { code: 'unsupported-media' } });
    expect(existsSync(join(gateway.dir, 'assets', sha256Of(content)))).toBe(false);
  });

  it('refuses more bytes than announced', async () => {
    const { body } = await client.announce(image, 'image/png');
    const reply = await client.append(body.id, 0, Buffer.concat([image, Buffer.from('more')]));
    expect(reply).toMatchObject({ status: 413, error: { code: 'too-large' } });
  });

  it('refuses sizes and types that no model takes, before any byte', async () => {
    const announce = (changes: object) =>
      client.send(
        uploadSchema,
        '/v1/uploads',
        client.post({
          sha256: sha256Of(image),
          sizeBytes: image.length,
          mimeType: 'image/png',
          ...changes,
        }),
      );
    expect(await announce({ sizeBytes: 52_428_801 })).toMatchObject({
      status: 413,
      error: { code: 'too-large', field: 'sizeBytes' },
    });
    expect(await announce({ mimeType: 'image/svg+xml' })).toMatchObject({
      status: 415,
      error: { code: 'unsupported-media', field: 'mimeType' },
    });
    expect(await announce({ sha256: 'short' })).toMatchObject({
      status: 400,
      error: { code: 'invalid-request', field: 'sha256' },
    });
  });
});

describe('images of a job', () => {
  const firstFrame = (content: Uint8Array) => ({
    kind: 'image-to-video' as const,
    images: [{ role: 'first-frame' as const, sha256: sha256Of(content) }],
  });

  it('reach the back-end as files', async () => {
    await client.upload(image, 'image/png');
    const { body } = await client.create(firstFrame(image));
    expect(await client.finished(body.id)).toMatchObject({ status: 'succeeded' });
    expect(gateway.backend.started[0]?.images).toEqual([
      {
        role: 'first-frame',
        mimeType: 'image/png',
        path: join(gateway.dir, 'assets', sha256Of(image)),
      },
    ]);
  });

  it('are refused when they are too small', async () => {
    const small = pngOf(320, 299);
    await client.upload(small, 'image/png');
    expect(await client.create(firstFrame(small))).toMatchObject({
      status: 400,
      error: { code: 'invalid-request', field: 'images' },
    });
  });
});
