// What people say of results at the gateway: kept with the job, told in the data export, erased alone or with the job.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataExportSchema } from '#shared/gateway/data-export.ts';
import { feedbackSchema } from '#shared/gateway/feedback.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, type TestClient } from '../testing/test-client.ts';

let gateway: TestGateway;
let client: TestClient;

beforeEach(async () => {
  gateway = await startTestGateway();
  client = createClient(gateway);
});
afterEach(() => gateway.close());

const say = (id: string, body: unknown) =>
  client.send(feedbackSchema, `/v1/generations/${id}/feedback`, client.post(body));

async function finished(): Promise<string> {
  const { body } = await client.create();
  await client.finished(body.id);
  return body.id;
}

async function heldFeedback(id: string): Promise<unknown> {
  const path = '/v1/data-exports';
  let { body } = await client.send(dataExportSchema, path, { method: 'POST' });
  while (body.state !== 'ready') {
    ({ body } = await client.send(dataExportSchema, `${path}/${body.id}`));
  }
  const text = await (await fetch(new URL(body.download?.url ?? '', gateway.baseUrl))).text();
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; content: { feedback?: unknown } });
  return lines.find((line) => line.id === id)?.content.feedback;
}

const countOf = (reply: Awaited<ReturnType<TestClient['erase']>>) =>
  reply.body.receipt?.counts.find(({ what }) => what === 'feedback')?.count;

it('keeps one verdict per job: the last', async () => {
  const id = await finished();
  expect(await say(id, { verdict: 'poor', reason: 'motion' })).toMatchObject({
    status: 200,
    body: { generationId: id, verdict: 'poor', reason: 'motion' },
  });
  await say(id, { verdict: 'good', reason: null });
  expect(await heldFeedback(id)).toMatchObject({ verdict: 'good', reason: null });
});

it('is told in a data export that was prepared before it was said', async () => {
  const id = await finished();
  expect(await heldFeedback(id)).toBeNull();
  await say(id, { verdict: 'poor', reason: 'detail' });
  expect(await heldFeedback(id)).toMatchObject({ verdict: 'poor', reason: 'detail' });
});

it('is taken back alone: the job stays, and asking again is no error', async () => {
  const id = await finished();
  await say(id, { verdict: 'poor', reason: 'other' });
  const subjects = [{ type: 'feedback' as const, generationId: id }];
  expect(countOf(await client.erase({ key: 'taken-back-1', subjects }))).toBe(1);
  expect(await heldFeedback(id)).toBeNull();
  expect((await client.read(id)).body.status).toBe('succeeded');
  expect(countOf(await client.erase({ key: 'taken-back-2', subjects }))).toBe(0);
});

it.each([
  ['the job', (id: string) => ({ type: 'generation' as const, id })],
  ['everything', () => ({ type: 'everything' as const })],
])('goes with %s', async (_, subjectOf) => {
  const id = await finished();
  await say(id, { verdict: 'good', reason: 'look' });
  expect(countOf(await client.erase({ key: 'with-the-job', subjects: [subjectOf(id)] }))).toBe(1);
});

it.each([
  ['words of a person', { verdict: 'good', reason: null, note: 'my secret' }],
  ['an unknown reason', { verdict: 'good', reason: 'because' }],
  ['no verdict', { reason: null }],
])('refuses %s', async (_, body) => {
  expect((await say(await finished(), body)).error?.code).toBe('invalid-request');
});

it('refuses a job that has not ended well, and one that is not there', async () => {
  const { body } = await client.create();
  await client.cancel(body.id);
  expect((await say(body.id, { verdict: 'good', reason: null })).error?.code).toBe('forbidden');
  expect((await say('nothing', { verdict: 'good', reason: null })).status).toBe(404);
});
