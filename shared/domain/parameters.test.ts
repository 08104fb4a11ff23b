import { describe, expect, it } from 'vitest';
import type { ModelDescriptor } from '../gateway/model.ts';
import { findProblem, fitParameters, priceCredits } from './parameters.ts';

const model: ModelDescriptor = {
  id: 'test-1',
  name: 'Test 1',
  version: '1',
  description: '',
  kinds: ['text-to-video', 'image-to-video'],
  maxPromptLength: 20,
  parameters: [
    {
      key: 'duration',
      label: 'Duration',
      kinds: ['text-to-video', 'image-to-video'],
      type: 'range',
      minimum: 3,
      maximum: 15,
      step: 1,
      unit: 's',
      default: 5,
    },
    {
      key: 'aspect',
      label: 'Aspect',
      kinds: ['text-to-video'],
      type: 'choice',
      values: [
        { value: '16:9', label: '16:9' },
        { value: '1:1', label: '1:1' },
      ],
      default: '16:9',
    },
  ],
  images: {
    'image-to-video': {
      firstFrame: 'required',
      lastFrame: 'optional',
      maxReferences: 2,
      mimeTypes: ['image/png'],
      maxBytes: 1000,
      minSide: 300,
    },
  },
  prices: [
    { when: { aspect: '1:1' }, creditsPerSecond: 1.5 },
    { when: {}, creditsPerSecond: 2 },
  ],
  concurrency: 1,
  secondsPerSecond: 3,
};

const draft = {
  kind: 'text-to-video' as const,
  prompt: 'a lighthouse',
  parameters: { duration: 5 },
  firstFrame: false,
  lastFrame: false,
  references: 0,
};

describe('findProblem', () => {
  it.each([
    [{}, null],
    [{ prompt: '   ' }, 'prompt'],
    [{ prompt: 'x'.repeat(21) }, 'prompt'],
    [{ parameters: { duration: 2 } }, 'duration'],
    [{ parameters: { duration: 5.5 } }, 'duration'],
    [{ parameters: { duration: '5' } }, 'duration'],
    [{ parameters: { aspect: '4:3' } }, 'aspect'],
    [{ parameters: { cfgScale: 1 } }, 'cfgScale'],
    [{ firstFrame: true }, 'images'],
    [{ kind: 'image-to-video' as const }, 'firstFrame'],
    [{ kind: 'image-to-video' as const, lastFrame: true }, 'firstFrame'],
    [{ kind: 'image-to-video' as const, firstFrame: true, references: 3 }, 'references'],
    [{ kind: 'image-to-video' as const, firstFrame: true, lastFrame: true }, null],
  ])('with %j finds %s', (change, field) => {
    expect(findProblem(model, { ...draft, ...change })?.field ?? null).toBe(field);
  });
});

it('keeps what fits another model and drops the rest', () => {
  const fitted = fitParameters(model, 'text-to-video', { duration: 99, aspect: '1:1', seed: 4 });
  expect(fitted).toEqual({ duration: 5, aspect: '1:1' });
});

it('takes the first price rule that fits, rounded up', () => {
  expect(priceCredits(model, { duration: 5, aspect: '1:1' })).toBe(8);
  expect(priceCredits(model, { duration: 5, aspect: '16:9' })).toBe(10);
});
