// A request about one's own data from the first word to the answer, over a restart.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;

beforeEach(async () => {
  engine = await startTestEngine({ cloud: null });
});
afterEach(() => engine.remove());

const list = async () => (await engine.call('privacyRequests.list', {})).items;

it('is a draft, then sent with a day on which an answer is due, then answered; also after a restart', async () => {
  const { id } = await engine.call('privacyRequests.write', {
    kind: 'access',
    text: 'Everything you hold about me, please.',
  });
  expect(await list()).toMatchObject([{ id, state: 'draft', sentAt: null, dueAt: null }]);

  const sent = await engine.call('privacyRequests.markSent', { id });
  expect(sent.state).toBe('sent');
  const waitMs = Date.parse(sent.dueAt ?? '') - Date.parse(sent.sentAt ?? '');
  expect(waitMs).toBeGreaterThanOrEqual(28 * 86_400_000);
  expect(waitMs).toBeLessThanOrEqual(31 * 86_400_000);

  await engine.close();
  engine = await startTestEngine({ cloud: null, folder: engine.folder });
  expect(await list()).toEqual([sent]);
  await engine.call('privacyRequests.markAnswered', { id, answer: 'A file came.' });
  expect(await list()).toMatchObject([{ state: 'answered', answer: 'A file came.' }]);
});

it('cannot be sent twice, or answered before it was sent', async () => {
  const { id } = await engine.call('privacyRequests.write', { kind: 'other', text: 'Hello' });
  await expect(
    engine.call('privacyRequests.markAnswered', { id, answer: '' }),
  ).rejects.toMatchObject({ code: 'conflict' });
  await engine.call('privacyRequests.markSent', { id });
  await expect(engine.call('privacyRequests.markSent', { id })).rejects.toMatchObject({
    code: 'conflict',
  });
});

it('is removed with its words, and again without harm', async () => {
  const { id } = await engine.call('privacyRequests.write', { kind: 'object', text: 'No more' });
  await engine.call('privacyRequests.remove', { id });
  await engine.call('privacyRequests.remove', { id });
  expect(await list()).toEqual([]);
});

it('is not written without words', async () => {
  await expect(
    engine.call('privacyRequests.write', { kind: 'erase', text: '   ' }),
  ).rejects.toMatchObject({ code: 'invalid-input' });
});
