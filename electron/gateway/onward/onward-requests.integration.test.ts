// What the gateway asked of the platform, as it tells the app: everything, once, and not for longer than needed.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { onwardPageSchema } from '#shared/gateway/onward.ts';
import {
  apiKey,
  type KlingGateway,
  startKlingGateway,
} from '../backends/kling/testing/start-kling-gateway.ts';
import { startTestGateway } from '../testing/start-gateway.ts';

let gateway: KlingGateway;
beforeEach(async () => {
  gateway = await startKlingGateway();
});
afterEach(() => gateway.close());

type Page = z.infer<typeof onwardPageSchema>;
async function page(cursor?: string, limit = 500): Promise<Page> {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) });
  const answer = await gateway.fetch(`/v1/onward-requests?${query}`);
  return onwardPageSchema.parse(await answer.json());
}

/** Method and path, in no order: several requests are under way at once. */
const told = ({ items }: Pick<Page, 'items'>) =>
  items.map(({ method, path, status }) => `${method} ${path} ${status}`).sort();
const got = () =>
  gateway.server.requests
    .map(({ method, path, status }) => `${method} ${path.split('?')[0]} ${status}`)
    .sort();

async function makeClip(prompt: string) {
  const { body } = await gateway.client.create({ prompt });
  return gateway.client.finished(body.id);
}

it('tells every request that the platform got, with what it was for and what it carried', async () => {
  const clip = await makeClip('paper boats');
  expect(clip.status).toBe('succeeded');
  const { items } = await page();
  expect(told({ items })).toEqual(got());

  const orders = items.filter(({ method }) => method === 'POST');
  expect(orders).toHaveLength(1);
  expect(orders[0]).toMatchObject({
    host: new URL(gateway.server.baseUrl).host,
    purpose: 'Order a clip from Kling',
    dataKinds: ['prompt', 'parameters', 'job id'],
    generationId: clip.id,
    outcome: 'ok',
  });
  expect(orders[0]?.bytesSent).toBeGreaterThan(40);
  const fetched = items.find(({ purpose }) => purpose === 'Fetch a clip from Kling');
  expect(fetched?.bytesReceived).toBe(clip.outputs[0]?.sizeBytes);
  expect(JSON.stringify(items)).not.toContain(apiKey);
  expect(JSON.stringify(items)).not.toContain('paper boats');
});

it('tells each once over pages and restarts, and forgets what was taken', async () => {
  await makeClip('one');
  const first = await page(undefined, 2);
  expect(first).toMatchObject({ hasMore: true });
  const rest = await page(first.nextCursor);
  expect(told({ items: [...first.items, ...rest.items] })).toEqual(got());
  expect((await page(rest.nextCursor)).items).toEqual([]);
  expect((await page(undefined)).items).toEqual([]);

  const before = gateway.server.requests.length;
  await gateway.restart();
  await makeClip('two');
  const after = await page(rest.nextCursor);
  expect(told(after)).toEqual(
    gateway.server.requests
      .slice(before)
      .map(({ method, path, status }) => `${method} ${path.split('?')[0]} ${status}`)
      .sort(),
  );
});

it('tells of a request that found nobody', async () => {
  await gateway.server.close();
  await gateway.client.create({});
  await gateway.until(async () => (await page()).items.some(({ outcome }) => outcome === 'failed'));
  const { items } = await page();
  expect(items.find(({ outcome }) => outcome === 'failed')).toMatchObject({ status: null });
});

it('starts from the beginning for a cursor of another folder', async () => {
  await makeClip('one');
  const count = gateway.server.requests.length;
  expect((await page('another-folder.9999')).items).toHaveLength(count);
});

it('has nothing to tell in the demo', async () => {
  const demo = await startTestGateway();
  const answer = await demo.fetch('/v1/onward-requests');
  expect(onwardPageSchema.parse(await answer.json()).items).toEqual([]);
  await demo.close();
});
