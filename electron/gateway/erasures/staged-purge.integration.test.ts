// Receipts that can be checked by anyone, and the two stages of a deletion under a clock that the test controls.
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiptText } from '#shared/domain/receipt-text.ts';
import { erasureSchema } from '#shared/gateway/erasure.ts';
import { serviceDescriptionSchema } from '#shared/gateway/service.ts';
import { pngOf } from '../testing/png.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, sha256Of, type TestClient } from '../testing/test-client.ts';

const dayMs = 86_400_000;
const canary = 'Zanzibar-Quokka-7731';
const image = pngOf(320, 300);
let nowMs = Date.parse('2026-11-26T12:00:00Z');
let gateway: TestGateway;
let client: TestClient;

beforeEach(async () => {
  gateway = await startTestGateway({
    faults: { backupsKeptMs: 30 * dayMs },
    clock: { now: () => nowMs },
  });
  client = createClient(gateway);
});
afterEach(() => gateway.close());

async function makeAndErase(key: string) {
  await client.upload(image, 'image/png');
  const { body } = await client.create({
    prompt: canary,
    kind: 'image-to-video',
    images: [{ role: 'first-frame', sha256: sha256Of(image) }],
  });
  await client.finished(body.id);
  return (await client.erase({ key, subjects: [{ type: 'everything' }] })).body;
}
const read = async (key: string) => (await client.send(erasureSchema, `/v1/erasures/${key}`)).body;
const filesIn = (name: string): string[] => {
  const folder = join(gateway.dir, name);
  return existsSync(folder) ? readdirSync(folder) : [];
};
const databaseHas = (word: string) =>
  ['gateway.db', 'gateway.db-wal'].some((name) =>
    readFileSync(join(gateway.dir, name)).includes(word),
  );

describe('a receipt', () => {
  it('is signed with the key that the service shows, for one request and no other', async () => {
    const { receipt } = await makeAndErase('erasure-1');
    const service = (await client.send(serviceDescriptionSchema, '/v1/service')).body;
    const [, keyId, signature = ''] = receipt?.signature?.split(':') ?? [];
    const shown = service.receiptKeys?.find(({ id }) => id === keyId);
    const key = createPublicKey({
      key: Buffer.from(shown?.publicKey ?? '', 'base64'),
      format: 'der',
      type: 'spki',
    });
    const isSigned = (changes: object) =>
      verify(
        null,
        Buffer.from(receiptText({ ...receipt, ...changes })),
        key,
        Buffer.from(signature, 'base64'),
      );
    expect(isSigned({})).toBe(true);
    expect(isSigned({ key: 'erasure-2' })).toBe(false);
    expect(isSigned({ counts: [] })).toBe(false);
    expect(receipt).toMatchObject({ key: 'erasure-1', where: 'Demo on this device' });
  });

  it('is the same, signature included, whenever it is asked for', async () => {
    const { receipt } = await makeAndErase('erasure-1');
    await gateway.restart({ faults: { backupsKeptMs: 30 * dayMs } });
    nowMs += 90 * dayMs;
    expect((await read('erasure-1')).receipt).toEqual(receipt);
  });
});

describe('what is erased', () => {
  it('is gone from the live store at once, and from the backups when their time has come', async () => {
    const { receipt, backups } = await makeAndErase('erasure-1');
    const until = new Date(nowMs + 30 * dayMs).toISOString();
    expect(backups).toEqual({ until, purgedAt: null });
    expect(receipt?.retained[0]).toMatchObject({ what: 'Backups', until });
    expect([filesIn('outputs'), filesIn('assets')]).toEqual([[], []]);
    expect(filesIn('backups')).toContain(sha256Of(image));
    expect(filesIn('backups').filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
    expect(databaseHas(canary)).toBe(true);

    nowMs += 30 * dayMs - 1000;
    expect((await read('erasure-1')).backups?.purgedAt).toBeNull();
    expect(databaseHas(canary)).toBe(true);

    nowMs += 1000;
    expect((await read('erasure-1')).backups).toEqual({
      until,
      purgedAt: new Date(nowMs).toISOString(),
    });
    expect(filesIn('backups')).toEqual([]);
    expect(databaseHas(canary)).toBe(false);
  });

  it('goes from the backups at the next start, when its time came meanwhile', async () => {
    await makeAndErase('erasure-1');
    nowMs += 31 * dayMs;
    await gateway.restart();
    expect(filesIn('backups')).toEqual([]);
    expect(databaseHas(canary)).toBe(false);
  });

  it('stays in no backup where the service has none', async () => {
    await gateway.restart();
    const { receipt, backups } = await makeAndErase('erasure-1');
    expect(backups).toBeNull();
    expect(receipt?.retained.map(({ what }) => what)).not.toContain('Backups');
    expect(databaseHas(canary)).toBe(false);
    expect(filesIn('backups')).toEqual([]);
  });

  it('takes the notes about earlier requests with it, when everything goes', async () => {
    const { body } = await client.create();
    await client.finished(body.id);
    expect(JSON.stringify(await gateway.accessLog())).toContain(body.id);
    await client.erase({ key: 'erasure-1', subjects: [{ type: 'everything' }] });
    expect(JSON.stringify(await gateway.accessLog())).not.toContain(body.id);
  });
});

it('fails for an hour by its clock, when the script says so', async () => {
  const rules = [
    { route: 'account', forMs: 3_600_000, fault: { type: 'status' as const, status: 500 } },
  ];
  await gateway.restart({ faults: { rules } });
  const status = async () => (await gateway.fetch('/v1/account')).status;
  expect(await status()).toBe(500);
  nowMs += 3_599_000;
  expect(await status()).toBe(500);
  nowMs += 1000;
  expect(await status()).toBe(200);
});
