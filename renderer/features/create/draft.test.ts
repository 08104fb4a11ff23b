import { expect, it } from 'vitest';
import { changeDraft, emptyDraft } from './draft.ts';

const clip = {
  id: 'clp000000001',
  kind: 'image-to-video',
  modelId: 'kling-3.0',
  prompt: 'a boat',
  parameters: { duration: 8 },
  images: [{ role: 'first-frame', assetId: 'asset0000001' }],
  sourceId: null,
  savedPromptId: null,
} as never;
const written = {
  ...emptyDraft,
  prompt: 'half a thought',
  takes: 3,
  variables: { city: ['Osaka'] },
};

it('recalls a clip with its lineage, and keeps the number of takes', () => {
  const draft = changeDraft(written, { type: 'clip', clip });
  expect(draft).toMatchObject({
    prompt: 'a boat',
    parentId: 'clp000000001',
    takes: 3,
    variables: {},
    kind: 'image-to-video',
  });
});

it('goes on from a clip and leaves the words alone', () => {
  const source = { id: 'clp000000001', output: { id: 'out000000001' } } as never;
  expect(changeDraft(written, { type: 'extend', clip: source })).toEqual({
    ...written,
    kind: 'extend-video',
    parentId: 'clp000000001',
    sourceId: 'out000000001',
  });
});

it('continues from a frame as the only first frame', () => {
  const before = changeDraft(written, { type: 'clip', clip });
  const change = { type: 'continue', clipId: 'clp000000002', assetId: 'asset0000002' } as never;
  expect(changeDraft(before, change).images).toEqual([
    { role: 'first-frame', assetId: 'asset0000002' },
  ]);
});

it('starts from other words without a parent, and lets go of one', () => {
  const words = { prompt: 'new', variables: {}, savedPromptId: null };
  const draft = changeDraft(
    { ...written, parentId: 'clp000000001' as never },
    { type: 'words', words },
  );
  expect(draft).toMatchObject({ prompt: 'new', parentId: null, variables: {} });
});
