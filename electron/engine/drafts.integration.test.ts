// The draft of the composer: it outlives a restart, and one that does not fit its schema is no draft.
import { afterEach, expect, test } from 'vitest';
import type { Draft } from '#shared/contract/draft.ts';
import { startTestEngine } from './testing/start-engine.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const draft: Draft = {
  kind: 'image-to-video',
  modelId: 'kling-3.0-omni',
  prompt: 'Neon city in the rain',
  parameters: { duration: 8, aspect: '16:9' },
  images: [],
  takes: 4,
  parentId: null,
  sourceId: null,
  variables: { city: ['Osaka'] },
  savedPromptId: null,
};

test('a draft is there again after a restart, and nothing before there was one', async () => {
  const first = await startTestEngine({ cloud: null });
  expect(await first.call('drafts.get', {})).toEqual({ draft: null });
  await first.call('drafts.set', { draft });
  await first.call('drafts.set', { draft: { ...draft, takes: 2 } });
  await first.close();
  const second = await startTestEngine({
    cloud: null,
    folder: first.folder,
    library: first.library,
  });
  cleanups.push(() => second.remove());
  expect(await second.call('drafts.get', {})).toEqual({ draft: { ...draft, takes: 2 } });
});

test('a draft that does not fit is refused and leaves the one before', async () => {
  const engine = await startTestEngine({ cloud: null });
  cleanups.push(() => engine.remove());
  await engine.call('drafts.set', { draft });
  await expect(engine.call('drafts.set', { draft: { ...draft, takes: 9 } })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(await engine.call('drafts.get', {})).toEqual({ draft });
});
