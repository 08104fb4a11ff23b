import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type DataExport, dataExportSchema, heldLineSchema } from '#shared/gateway/data-export.ts';
import { pngOf } from '../testing/png.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, sha256Of, type TestClient } from '../testing/test-client.ts';

const dayMs = 86_400_000;
const image = pngOf(320, 300);
let nowMs = Date.parse('2026-11-26T12:00:00Z');
let gateway: TestGateway;
let client: TestClient;

beforeEach(async () => {
  gateway = await startTestGateway({ clock: { now: () => nowMs } });
  client = createClient(gateway);
});
afterEach(() => gateway.close());

const ask = async () =>
  (await client.send(dataExportSchema, '/v1/data-exports', { method: 'POST' })).body;
const read = (id: string) => client.send(dataExportSchema, `/v1/data-exports/${id}`);
const patience = { timeout: 30_000 };
async function ready(id: string): Promise<DataExport> {
  return vi.waitFor(async () => {
    const { body } = await read(id);
    expect(body.state).toBe('ready');
    return body;
  }, patience);
}
const fetchIt = (one: DataExport) =>
  fetch(new URL(one.download?.url ?? '', gateway.baseUrl)).then(async (answer) => ({
    status: answer.status,
    bytes: Buffer.from(await answer.arrayBuffer()),
  }));

it('is prepared by its due date and holds everything, with its hash', async () => {
  await client.upload(image, 'image/png');
  const made = (await client.create({ prompt: 'A paper boat' })).body;
  await client.finished(made.id);
  const asked = await ask();
  expect(Date.parse(asked.dueAt) - nowMs).toBe(30 * dayMs);
  const { bytes } = await fetchIt(await ready(asked.id));
  expect(sha256Of(bytes)).toBe((await read(asked.id)).body.download?.sha256);
  const lines = bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => heldLineSchema.parse(JSON.parse(line)));
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(
    new Set(['account', 'generation', 'asset', 'upload', 'credit']),
  );
  const job = lines.find(({ kind }) => kind === 'generation');
  expect(job).toMatchObject({ id: made.id, content: { prompt: 'A paper boat' } });
  expect(JSON.stringify(lines)).not.toContain('signature');
});

it('is the same for who asks twice, and survives a restart', async () => {
  await gateway.restart({ faults: { dataExportAfterMs: 3_600_000 } });
  const asked = await ask();
  expect((await ask()).id).toBe(asked.id);
  expect((await read(asked.id)).body).toMatchObject({ state: 'preparing', download: null });
  await gateway.restart();
  await ready(asked.id);
});

it('is thrown away after a week, and at once when something is erased', async () => {
  const first = await ready((await ask()).id);
  nowMs += 7 * dayMs;
  expect((await read(first.id)).body).toMatchObject({ state: 'expired', download: null });
  const second = await ready((await ask()).id);
  expect(second.id).not.toBe(first.id);
  await client.erase({ key: 'erasure-1', subjects: [{ type: 'everything' }] });
  expect((await read(second.id)).status).toBe(404);
  expect((await fetchIt(second)).status).toBe(404);
  expect(readdirSync(join(gateway.dir, 'exports'))).toEqual([]);
});
