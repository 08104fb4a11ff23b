import { expect, it } from 'vitest';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { countPromptsOf, newestTakes } from './groups.ts';

const clip = (sequence: number, prompt: string, second: number, more: object = {}) =>
  ({
    id: `clip${sequence}`,
    sequence,
    prompt,
    kind: 'text-to-video',
    status: 'ready',
    createdAt: `2026-11-26T10:00:0${second}.000Z`,
    ...more,
  }) as GenerationSummary;
const longAgo = '2026-01-01T00:00:00.000Z';

it('shows the takes of all prompts of a batch together, in their order', () => {
  const clips = [
    clip(5, 'b', 2),
    clip(4, 'b', 2),
    clip(3, 'a', 2),
    clip(2, 'a', 2),
    clip(1, 'a', 1),
  ];
  const takes = newestTakes(clips, longAgo);
  expect(takes.map(({ sequence }) => sequence)).toEqual([2, 3, 4, 5]);
  expect(countPromptsOf(takes)).toBe(2);
});

it('leaves out a video that was imported since', () => {
  const clips = [clip(2, '', 3, { kind: 'imported' }), clip(1, 'a', 1)];
  expect(newestTakes(clips, longAgo).map(({ sequence }) => sequence)).toEqual([1]);
});

it('passes over what failed before this start', () => {
  const clips = [clip(2, 'b', 3, { status: 'failed' }), clip(1, 'a', 1)];
  expect(newestTakes(clips, '2026-11-26T11:00:00.000Z').map(({ sequence }) => sequence)).toEqual([
    1,
  ]);
});
