// One press of Generate that makes many clips, and a clip that goes on from another: what is sent, and what is kept of it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeSampleClip } from '../../gateway/kling-test-server/sample-clip.ts';
import { demoDraft } from '../testing/start-engine.ts';
import { useStudio } from '../testing/use-studio.ts';

const studio = useStudio({
  gateway: async (folder) => {
    const outputFile = join(folder, 'clip.mp4');
    const clip = await encodeSampleClip({ number: 3, order: { seconds: 2, aspect: '16:9' } });
    await writeFile(outputFile, clip);
    return { faults: { outputFile } };
  },
});

describe('variables', () => {
  const prompt = '{city} at {time: dawn, dusk}';
  const variables = { city: ['Osaka', 'Seoul'], time: ['dawn', 'dusk'] };

  it('make a clip of each combination and take, each with its own key, in one step', async () => {
    const { items } = await studio.engine.call('generations.create', {
      ...demoDraft,
      prompt,
      variables,
      takes: 2,
    });
    expect(items.map((clip) => `${clip.prompt} ${clip.take}/${clip.takeCount}`)).toEqual(
      ['Osaka at dawn', 'Osaka at dusk', 'Seoul at dawn', 'Seoul at dusk'].flatMap((words) => [
        `${words} 1/2`,
        `${words} 2/2`,
      ]),
    );
    const details = await Promise.all(items.map(({ id }) => studio.engine.ended(id)));
    expect(details.every(({ status }) => status === 'ready')).toBe(true);
    expect(new Set(details.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(8);
    const orders = (await studio.gateway.accessLog()).filter(
      ({ method, path }) => method === 'POST' && path === '/v1/generations',
    );
    expect(orders).toHaveLength(8);
  });

  it('are text like the rest when none are given', async () => {
    const { items } = await studio.engine.call('generations.create', { ...demoDraft, prompt });
    expect(items.map((clip) => clip.prompt)).toEqual([prompt]);
  });

  it.each([
    [{ city: ['Osaka'] }, '{city} and {country}', 1, 'Give {country} a value.'],
    [
      { n: Array.from({ length: 25 }, (_, index) => `${index}`) },
      'number {n}',
      2,
      'This makes 50 clips and one press makes at most 48.',
    ],
  ])('are refused as a whole: %o', async (given, text, takes, message) => {
    await expect(
      studio.engine.call('generations.create', {
        ...demoDraft,
        prompt: text,
        variables: given,
        takes,
      }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      details: { field: 'variables' },
      message: expect.stringContaining(message) as string,
    });
    expect((await studio.engine.call('generations.queue', {})).active).toEqual([]);
  });
});

describe('going on from a clip', () => {
  async function makeFirst() {
    const { items } = await studio.engine.call('generations.create', demoDraft);
    return studio.engine.ended(items[0]?.id ?? '');
  }
  const goOn = (sourceId: unknown, parentId: unknown) =>
    studio.engine.call('generations.create', {
      ...demoDraft,
      kind: 'extend-video',
      prompt: 'and then the sun comes up',
      sourceId: sourceId as never,
      parentId: parentId as never,
    });

  it('sends the video once, by its hash, and keeps what came from what', async () => {
    const first = await makeFirst();
    const { items } = await goOn(first.output?.id, first.id);
    const done = await studio.engine.ended(items[0]?.id ?? '');
    expect(done).toMatchObject({
      status: 'ready',
      kind: 'extend-video',
      parentId: first.id,
      sourceId: first.output?.id,
    });
    const uploads = async () =>
      (await studio.gateway.accessLog()).filter(({ path }) => path.startsWith('/v1/uploads/'))
        .length;
    const sent = await uploads();
    expect(sent).toBeGreaterThan(0);
    const again = await studio.engine.call('generations.retry', { id: done.id });
    expect((await studio.engine.ended(again.id)).sourceId).toBe(first.output?.id);
    expect(await uploads()).toBe(sent);
  });

  it('says so when the video is gone before it was sent', async () => {
    const first = await makeFirst();
    await studio.engine.call('queue.pause', {});
    const { items } = await goOn(first.output?.id, first.id);
    studio.engine.engine.context.db.run('delete from generation where id = ?', first.id);
    await studio.engine.call('queue.resume', {});
    const done = await studio.engine.ended(items[0]?.id ?? '');
    expect(done).toMatchObject({
      status: 'failed',
      failure: { code: 'file-missing' },
      sourceId: null,
    });
  });

  it('is refused without a clip, and for a model that does not do it', async () => {
    await expect(goOn(null, null)).rejects.toMatchObject({ details: { field: 'source' } });
    const first = await makeFirst();
    await expect(
      studio.engine.call('generations.create', {
        ...demoDraft,
        kind: 'extend-video',
        modelId: 'kling-2.6',
        sourceId: first.output?.id ?? null,
      }),
    ).rejects.toMatchObject({ details: { field: 'modelId' } });
  });
});
