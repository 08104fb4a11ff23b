import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';

let folder = '';
let engine: TestEngine;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-images-'));
  engine = await startTestEngine({ cloud: null });
});
afterEach(async () => {
  await engine.remove();
  rmSync(folder, { recursive: true });
});

const picture = (format: 'png' | 'jpeg' | 'webp', width = 640) =>
  sharp({
    create: {
      width,
      height: 360,
      channels: 3,
      background: '#4060ff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .toFormat(format)
    .toBuffer();

async function importBytes(bytes: Uint8Array | string, target = engine) {
  const file = join(folder, 'picture.bin');
  writeFileSync(file, bytes);
  return target.call('assets.import', { grantId: target.grant(file) });
}

test.each(['png', 'jpeg', 'webp'] as const)(
  'takes a %s by its bytes, whatever its name',
  async (format) => {
    const asset = await importBytes(await picture(format));
    expect(asset).toMatchObject({
      mimeType: `image/${format}`,
      width: 640,
      height: 360,
      usedBy: 0,
    });
  },
);

test('the same content is kept once', async () => {
  const bytes = await picture('png');
  const first = await importBytes(bytes);
  expect((await importBytes(bytes)).id).toBe(first.id);
  expect(readdirSync(join(engine.library, 'assets', first.sha256.slice(0, 2)))).toEqual([
    `${first.sha256}.png`,
  ]);
});

test('a picture that was cut off is found before it is kept', async () => {
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    const bytes = await picture(format);
    await expect(importBytes(bytes.subarray(0, bytes.length * 0.6))).rejects.toMatchObject({
      code: 'asset-unreadable',
    });
  }
  expect((await engine.call('assets.list', {})).total).toBe(0);
});

test.each([
  ['text', 'hello'],
  ['nothing', ''],
  ['a GIF', 'GIF89a and so on'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
])('%s is not taken', async (_, bytes) => {
  await expect(importBytes(bytes)).rejects.toMatchObject({ code: 'asset-unsupported' });
});

test('a file that is huge is not even read', async () => {
  const file = join(folder, 'huge.png');
  writeFileSync(file, await picture('png'));
  truncateSync(file, 51 * 1024 * 1024);
  await expect(engine.call('assets.import', { grantId: engine.grant(file) })).rejects.toMatchObject(
    { code: 'asset-too-large' },
  );
  expect((await engine.call('assets.find', {})).total).toBe(0);
});

/** A few bytes that say they are so many pixels. */
function pngSaying(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture that would fill the memory is refused by what it says of itself', async () => {
  await expect(importBytes(pngSaying(40_000, 40_000))).rejects.toMatchObject({
    code: 'asset-too-large',
  });
});

test('a grant works once', async () => {
  const file = join(folder, 'a.png');
  writeFileSync(file, await picture('png'));
  const grantId = engine.grant(file);
  await engine.call('assets.import', { grantId });
  await expect(engine.call('assets.import', { grantId })).rejects.toMatchObject({
    code: 'grant-unknown',
  });
});

test('a reference image goes up once, over a connection that breaks', async () => {
  const gateway = await startTestGateway({
    faults: {
      rules: [{ route: 'appendUpload', nth: 1, times: 1, when: 'after', fault: { type: 'drop' } }],
    },
  });
  const connected = await startTestEngine({ cloud: gateway, deps: { random: () => 0.01 } });
  try {
    await prepareToCreate(connected);
    const asset = await importBytes(await picture('png'), connected);
    const { items } = await connected.call('generations.create', {
      ...demoDraft,
      kind: 'image-to-video',
      images: [{ role: 'first-frame', assetId: asset.id }],
      takes: 2,
    });
    for (const { id } of items) {
      expect(await connected.ended(id)).toMatchObject({
        status: 'ready',
        images: [{ role: 'first-frame', assetId: asset.id }],
      });
    }
    const log = await gateway.accessLog();
    expect(log.filter(({ route, bytesIn }) => route === 'appendUpload' && bytesIn > 0).length).toBe(
      1,
    );
    expect((await connected.call('assets.get', { id: asset.id })).usedBy).toBe(2);
  } finally {
    await connected.remove();
    await gateway.close();
  }
});
