// Going on from a clip at the platform: by the address of its own result, and from nothing that it did not make itself.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeSampleClip } from '../../kling-test-server/sample-clip.ts';
import { sha256Of } from '../../testing/test-client.ts';
import {
  byAccessKey,
  byOtherApiKey,
  type KlingGateway,
  startKlingGateway,
} from './testing/start-kling-gateway.ts';

let studio: KlingGateway;
beforeEach(async () => {
  studio = await startKlingGateway();
});
afterEach(() => studio.close());

async function makeClip(): Promise<Buffer> {
  const { body } = await studio.client.create({ modelId: 'kling-3.0', prompt: 'a wave' });
  const { bytes } = await studio.client.download(await studio.client.finished(body.id));
  await studio.client.upload(bytes, 'video/mp4');
  return bytes;
}
const goOn = (bytes: Uint8Array, parameters = {}) =>
  studio.client.create({
    kind: 'extend-video',
    prompt: 'it breaks on the shore',
    sourceVideo: { sha256: sha256Of(bytes) },
    parameters,
  });

it('asks for the next shot of the clip that it holds, silent, in one shot, at the price of a video', async () => {
  const { body, error } = await goOn(await makeClip(), { duration: 6 });
  expect(error).toBeNull();
  const done = await studio.client.finished(body.id);
  expect(done).toMatchObject({ status: 'succeeded', failure: null });
  const task = studio.server.tasks().at(-1);
  expect(task?.order).toMatchObject({
    model: 'kling-3.0-omni',
    prompt: 'Next shot of @video1: it breaks on the shore',
    seconds: 6,
    hasSound: false,
  });
  expect(done.credits.settled).toBe(54); // 0.9 units a second
});

it('refuses a clip that was made elsewhere, before anything is ordered', async () => {
  const bytes = await encodeSampleClip({ number: 7, order: { seconds: 5, aspect: '16:9' } });
  await studio.client.upload(bytes, 'video/mp4');
  const { error } = await goOn(bytes);
  expect(error).toMatchObject({ code: 'invalid-request', field: 'source' });
  expect(error?.message).toContain('made with this key in the last 30 days');
  expect(studio.orders()).toBe(0);
});

it('ends with a plain reason when the clip was made with another key', async () => {
  const bytes = await makeClip();
  await studio.restart(() => undefined, byOtherApiKey);
  const { body } = await goOn(bytes);
  const { status, failure } = await studio.client.finished(body.id);
  expect(status).toBe('failed');
  expect(failure?.message).toContain('made with this key in the last 30 days');
});

it('is not offered by the legacy interfaces', async () => {
  await studio.close();
  studio = await startKlingGateway({ credentials: byAccessKey });
  const bytes = await encodeSampleClip({ number: 7, order: { seconds: 5, aspect: '16:9' } });
  await studio.client.upload(bytes, 'video/mp4');
  const { error } = await studio.client.create({
    modelId: 'kling-3.0',
    kind: 'extend-video',
    sourceVideo: { sha256: sha256Of(bytes) },
  });
  expect(error).toMatchObject({ code: 'invalid-request', field: 'modelId' });
});
