// Going on from a clip: the video is uploaded by its hash like an image, and a job without it is refused before it costs anything.
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeSampleClip } from '../kling-test-server/sample-clip.ts';
import { createInstantBackend, type InstantBackend } from '../testing/instant-backend.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, sha256Of, type TestClient } from '../testing/test-client.ts';

let gateway: TestGateway;
let client: TestClient;
let backend: InstantBackend;
beforeEach(async () => {
  backend = createInstantBackend();
  gateway = await startTestGateway({ backend });
  client = createClient(gateway);
});
afterEach(() => gateway.close());

const goOn = (bytes: Uint8Array | null) =>
  client.create({
    kind: 'extend-video',
    prompt: 'the wave breaks',
    ...(bytes ? { sourceVideo: { sha256: sha256Of(bytes) } } : {}),
  });

async function makeClip(): Promise<Buffer> {
  const { body } = await client.create({ prompt: 'a wave' });
  return (await client.download(await client.finished(body.id))).bytes;
}

it('needs the clip, and the clip has to be there', async () => {
  expect((await goOn(null)).error).toMatchObject({ code: 'invalid-request', field: 'source' });
  expect((await goOn(Buffer.from('nothing'))).error).toMatchObject({ field: 'sourceVideo' });
  const { error } = await client.create({ sourceVideo: { sha256: sha256Of(Buffer.from('x')) } });
  expect(error).toMatchObject({ field: 'sourceVideo' });
});

it('takes a whole MP4 and nothing else under that name', async () => {
  const bytes = await makeClip();
  const cut = bytes.subarray(0, bytes.length - 200);
  const announced = await client.announce(cut, 'video/mp4');
  const sent = await client.append(announced.body.id, 0, cut);
  expect(sent.error).toMatchObject({ code: 'unsupported-media', field: 'mimeType' });
  await client.upload(bytes, 'video/mp4');
  const { body, error } = await client.create({
    kind: 'image-to-video',
    images: [{ role: 'first-frame', sha256: sha256Of(bytes) }],
  });
  expect(error, JSON.stringify(body)).toMatchObject({ code: 'invalid-request', field: 'images' });
});

it('refuses a clip that is shorter than the model takes', async () => {
  const bytes = await makeClip(); // a quarter of a second
  await client.upload(bytes, 'video/mp4');
  const { error } = await goOn(bytes);
  expect(error?.message).toContain('goes on from clips of 1 to 180 s');
  expect(backend.started).toHaveLength(1);
});

it('hands the back-end the very bytes', async () => {
  const bytes = await encodeSampleClip({ number: 1, order: { seconds: 2, aspect: '16:9' } });
  await client.upload(bytes, 'video/mp4');
  const { body } = await goOn(bytes);
  expect((await client.finished(body.id)).status).toBe('succeeded');
  const [job] = backend.started;
  expect(job?.source && (await readFile(job.source.path)).equals(bytes)).toBe(true);
  expect(job?.source?.memoryOfMaker).toBeNull();
});
