import { afterEach, beforeEach, expect, it } from 'vitest';
import { generationChangesSchema } from '#shared/gateway/generation.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, type TestClient } from '../testing/test-client.ts';

let gateway: TestGateway;
let client: TestClient;
let nowMs = Date.now();

async function open(resultsKeptMs?: number): Promise<void> {
  nowMs = Date.now();
  gateway = await startTestGateway({
    clock: { now: () => nowMs },
    faults: resultsKeptMs === undefined ? {} : { resultsKeptMs },
  });
  client = createClient(gateway);
}
beforeEach(() => open());
afterEach(() => gateway.close());

const changes = async (cursor?: string, limit = 500) =>
  (
    await client.send(
      generationChangesSchema,
      `/v1/generation-changes?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`,
    )
  ).body;
const make = async () => (await client.finished((await client.create()).body.id)).id;

it('tells each job once, as it is now, in pages that go on where the last one ended', async () => {
  const ids = [await make(), await make(), await make()];
  const first = await changes(undefined, 2);
  const second = await changes(first.nextCursor, 2);
  expect([...first.items, ...second.items].map((item) => item?.id)).toEqual(ids);
  expect([first.hasMore, second.hasMore]).toEqual([true, false]);
  expect(first.items[0]).toMatchObject({ status: 'succeeded', expiresAt: null });
});

it('answers nothing new with the same cursor, and tells a job again when it has changed', async () => {
  await make();
  gateway.backend.hold();
  const { id } = (await client.create()).body;
  await client.running(id);
  const { nextCursor } = await changes();
  expect(await changes(nextCursor)).toEqual({ items: [], nextCursor, hasMore: false });
  gateway.backend.release();
  await client.finished(id);
  expect((await changes(nextCursor)).items).toMatchObject([{ id, status: 'succeeded' }]);
});

it('misses nothing after the newest job was erased, and tells nothing of it', async () => {
  await make();
  const gone = await make();
  const { nextCursor } = await changes();
  await client.erase({ key: 'erase-the-newest', subjects: [{ type: 'generation', id: gone }] });
  const next = await make();
  expect((await changes(nextCursor)).items.map((item) => item?.id)).toEqual([next]);
  expect((await changes()).items.map((item) => item?.id)).not.toContain(gone);
});

it.each(['nonsense', 'another-folder.3', '', '..'])(
  'starts from the beginning with the cursor "%s"',
  async (cursor) => {
    const id = await make();
    expect((await changes(cursor)).items.map((item) => item?.id)).toEqual([id]);
  },
);

it('starts from the beginning with a cursor that it has not given yet', async () => {
  const id = await make();
  const { nextCursor } = await changes();
  const later = nextCursor.replace(/\d+$/, '9999');
  expect((await changes(later)).items.map((item) => item?.id)).toEqual([id]);
});

it('says until when it keeps a result, and removes it then', async () => {
  await gateway.close();
  await open(86_400_000);
  const id = await make();
  const { items, nextCursor } = await changes();
  expect(items).toMatchObject([{ id, expiresAt: new Date(nowMs + 86_400_000).toISOString() }]);
  nowMs += 86_400_000;
  expect((await changes(nextCursor)).items).toMatchObject([
    { id, status: 'expired', outputs: [], expiresAt: null, credits: { settled: 30 } },
  ]);
});
