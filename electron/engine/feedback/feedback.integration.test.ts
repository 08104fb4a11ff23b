// Feedback through the contract against a real gateway: kept here, sent by one call, refused where the user objects, taken back with a
// receipt, also when the cloud could not be reached at first.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let gateway: TestGateway;
let engine: TestEngine;
let clip: GenerationDetail;

const id = () => clip.id;
const detail = () => engine.call('generations.get', { id: id() });
const keep = (verdict: 'good' | 'poor' | null, reason: 'motion' | null = null) =>
  engine.call('feedback.keep', { id: id(), verdict, reason });
const send = () => engine.call('feedback.send', { id: id() });
const takeBack = () => engine.call('feedback.takeBack', { id: id() });
const placed = (place: string) =>
  engine.until(async () => {
    const now = await detail();
    return now.feedback?.place === place ? now : null;
  });
const sentRequests = async () =>
  (await engine.call('data.requests', { filter: {} })).items.filter(
    ({ purpose }) => purpose === 'Send feedback',
  );

beforeEach(async () => {
  gateway = await startTestGateway();
  engine = await startTestEngine({ cloud: () => gateway });
  await engine.call('profile.confirmAge', {});
  const { items } = await engine.call('generations.create', {
    kind: 'text-to-video',
    modelId: 'kling-3.0-omni',
    prompt: 'A lighthouse in fog',
    parameters: {},
  });
  clip = await engine.ended(items[0]?.id ?? '');
});
afterEach(async () => {
  await engine.remove();
  await gateway.close();
});

it('stays on this device until it is sent, then the ledger says what went', async () => {
  await keep('poor', 'motion');
  expect(await detail()).toMatchObject({
    verdict: 'poor',
    feedback: { reason: 'motion', place: 'here', sentAt: null },
  });
  expect(await sentRequests()).toEqual([]);
  await send();
  const { feedback } = await detail();
  expect(feedback).toMatchObject({ place: 'sent' });
  expect(feedback?.sentAt).not.toBeNull();
  expect(await sentRequests()).toMatchObject([
    { dataKinds: ['feedback', 'job id'], generationId: null },
  ]);
  await expect(send()).rejects.toMatchObject({ code: 'conflict' });
  await expect(keep('good')).rejects.toMatchObject({ code: 'conflict' });
});

it('is not sent by somebody who objects, and stays here', async () => {
  await keep('good');
  await engine.call('choices.set', { purpose: 'send-feedback', isAllowed: false });
  await expect(send()).rejects.toMatchObject({
    code: 'restricted',
    details: { purpose: 'send-feedback' },
  });
  expect((await detail()).feedback?.place).toBe('here');
  expect(await sentRequests()).toEqual([]);
});

it('is taken back: the cloud confirms, and it can be changed and sent again', async () => {
  await keep('poor', 'motion');
  await send();
  await takeBack();
  await placed('here');
  const { items } = await engine.call('erasures.list', {});
  expect(items[0]).toMatchObject({
    state: 'confirmed',
    subjects: { clips: 0, ratings: 1 },
    clip: { id: clip.id },
  });
  expect(items[0]?.receipt?.counts).toContainEqual({ what: 'feedback', count: 1 });
  await keep('good');
  await send();
  expect(await detail()).toMatchObject({ verdict: 'good', feedback: { place: 'sent' } });
});

it('is here alone again once the clip’s copy in the cloud is erased', async () => {
  await keep('good');
  await send();
  await engine.call('erasures.keepHere', { ids: [clip.id] });
  const now = await placed('here');
  expect(now).toMatchObject({ verdict: 'good', isInCloud: false });
  await expect(send()).rejects.toMatchObject({ code: 'not-found' });
  expect((await detail()).feedback?.place).toBe('here');
});

it('refuses to send nothing, and to take back what was never sent', async () => {
  await expect(send()).rejects.toMatchObject({ code: 'conflict' });
  await keep('good');
  await expect(takeBack()).rejects.toMatchObject({ code: 'conflict' });
  await keep(null);
  expect(await detail()).toMatchObject({ verdict: null, feedback: { reason: null } });
});

it('is as it was when the cloud cannot be reached, and is never sent later by itself', async () => {
  await keep('good');
  await gateway.close();
  await expect(send()).rejects.toMatchObject({ code: 'cloud-unreachable' });
  expect((await detail()).feedback?.place).toBe('here');
});
