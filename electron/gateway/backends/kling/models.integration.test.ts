// Every model of the table through the real gateway to the imitated platform, by both generations of its interfaces.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GenerationKind, Parameters } from '#shared/gateway/model.ts';
import { priceCredits } from '#shared/domain/parameters.ts';
import type { ImageRole } from '#shared/gateway/generation.ts';
import { pngOf } from '../../testing/png.ts';
import { sha256Of } from '../../testing/test-client.ts';
import { describeModels, kindsOf } from './descriptors.ts';
import { modelTable } from './model-table.ts';
import {
  byAccessKey,
  byApiKey,
  type KlingGateway,
  startKlingGateway,
} from './testing/start-kling-gateway.ts';

let studio: KlingGateway;
afterEach(() => studio.close());

async function uploadImages(roles: readonly ImageRole[]) {
  const images = [];
  for (const [index, role] of roles.entries()) {
    const png = pngOf(320, 400, index * 40);
    await studio.client.upload(png, 'image/png');
    images.push({ role, sha256: sha256Of(png) });
  }
  return images;
}

async function make(
  modelId: string,
  kind: GenerationKind,
  parameters: Parameters,
  roles: readonly ImageRole[] = [],
) {
  const images = await uploadImages(roles);
  const { body, error } = await studio.client.create({ modelId, kind, parameters, images });
  expect(error).toBeNull();
  return studio.client.finished(body.id);
}

const cases = (['current', 'legacy'] as const).flatMap((api) =>
  modelTable.flatMap((row) =>
    kindsOf(row, api)
      .filter((kind) => kind !== 'extend-video') // needs a clip: below
      .map((kind) => [api, row.id, kind, row] as const),
  ),
);

describe.each(cases)('by the %s interfaces, %s', (api, modelId, kind, row) => {
  const [descriptor] = describeModels(api).filter(({ id }) => id === modelId);
  const roles: ImageRole[] = kind === 'image-to-video' ? ['first-frame'] : [];

  beforeEach(async () => {
    studio = await startKlingGateway({ credentials: api === 'current' ? byApiKey : byAccessKey });
  });

  it(`makes ${kind} with its defaults and costs what the descriptor says`, async () => {
    const done = await make(modelId, kind, {}, roles);
    expect(done).toMatchObject({ status: 'succeeded', failure: null });
    expect(done.outputs[0]?.durationMs).toBeGreaterThanOrEqual(5_000);
    const [task] = studio.server.tasks();
    expect(task).toMatchObject({ generation: api, order: { model: modelId, seconds: 5 } });
    expect(done.credits.settled).toBe(Math.ceil((task?.order.units ?? 0) * 10));
    expect(descriptor && priceCredits(descriptor, done.parameters)).toBe(done.credits.settled);
    const { sha256, bytes } = await studio.client.download(done);
    expect(sha256).toBe(done.outputs[0]?.sha256);
    expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
  });

  it.each(row.resolutions)('takes %s', async (resolution) => {
    const done = await make(modelId, kind, { resolution }, roles);
    expect(done.status).toBe('succeeded');
    expect(studio.server.tasks()[0]?.order.resolution).toBe(resolution);
  });

  it.runIf(kind === 'image-to-video' && row.lastFrame === 'optional')(
    'takes a last frame where it can',
    async () => {
      const parameters = { resolution: '1080p' };
      const done = await make(modelId, kind, parameters, ['first-frame', 'last-frame']);
      expect(done.status).toBe('succeeded');
    },
  );

  it.runIf(row.sound === 'choice')('makes sound where it can', async () => {
    const done = await make(modelId, kind, { resolution: '1080p', sound: true }, roles);
    expect(done.status).toBe('succeeded');
    expect(studio.server.tasks()[0]?.order.hasSound).toBe(true);
    expect(done.credits.settled).toBeGreaterThanOrEqual(
      Math.ceil((studio.server.tasks()[0]?.order.units ?? 0) * 10),
    );
  });

  it.runIf(row.seconds.maximum > 10)('takes its shortest and longest duration', async () => {
    for (const duration of [row.seconds.minimum, row.seconds.maximum]) {
      const done = await make(modelId, kind, { duration }, roles);
      expect(done.status).toBe('succeeded');
    }
    expect(studio.server.tasks().map(({ order }) => order.seconds)).toEqual([
      row.seconds.minimum,
      row.seconds.maximum,
    ]);
  });
});

describe('what a descriptor cannot express is refused before anything is sent', () => {
  beforeEach(async () => {
    studio = await startKlingGateway();
  });

  it.each([
    ['kling-2.6', 'text-to-video', { sound: true, resolution: '720p' }, [], 'sound'],
    [
      'kling-2.5-turbo',
      'image-to-video',
      { resolution: '720p' },
      ['first-frame', 'last-frame'],
      'resolution',
    ],
    ['kling-o1', 'text-to-video', { duration: 7 }, [], 'duration'],
    [
      'kling-3.0-omni',
      'image-to-video',
      {},
      [
        'first-frame',
        'reference',
        'reference',
        'reference',
        'reference',
        'reference',
        'reference',
        'reference',
      ],
      'images',
    ],
  ] as const)('%s, %s with %o', async (modelId, kind, parameters, roles, field) => {
    const images = await uploadImages(roles);
    const { error } = await studio.client.create({ modelId, kind, parameters, images });
    expect(error).toMatchObject({ code: 'invalid-request', field });
    expect(studio.orders()).toBe(0);
  });

  it('an image that is too narrow', async () => {
    const png = pngOf(300, 800);
    await studio.client.upload(png, 'image/png');
    const images = [{ role: 'first-frame' as const, sha256: sha256Of(png) }];
    const { error } = await studio.client.create({
      modelId: 'kling-3.0',
      kind: 'image-to-video',
      images,
    });
    expect(error).toMatchObject({ code: 'invalid-request', field: 'images' });
  });

  it('references alone, and many of them, are taken where the model takes them', async () => {
    const done = await make(
      'kling-3.0-omni',
      'image-to-video',
      { aspect: '9:16', multiShot: false },
      ['reference', 'reference', 'reference'],
    );
    expect(done.status).toBe('succeeded');
    expect(done.outputs[0]?.height).toBeGreaterThan(done.outputs[0]?.width ?? 0);
  });
});
