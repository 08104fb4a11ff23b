import { expect, it } from 'vitest';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { mergeJobs, neighboursOf } from './library-list.ts';

const clip = (id: string, sequence: number, hasFile = true) =>
  ({ id, sequence, output: hasFile ? {} : null }) as GenerationSummary;

it('puts jobs on top, newest first, and shows none twice', () => {
  const saved = [clip('c', 3), clip('b', 2)];
  const jobs = [clip('d', 4, false), clip('e', 5, false), clip('c', 3, false)];
  const merged = mergeJobs(jobs, saved);
  expect(merged.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b']);
  expect(merged[2]?.output).not.toBeNull();
  expect(mergeJobs([], saved)).toBe(saved);
});

it('knows what lies before and after, past what has no file', () => {
  const clips = [clip('a', 5), clip('job', 4, false), clip('b', 3), clip('c', 2)];
  expect(neighboursOf(clips, 'b')).toMatchObject({ previous: { id: 'a' }, next: { id: 'c' } });
  expect(neighboursOf(clips, 'a').previous).toBeNull();
  expect(neighboursOf(clips, 'x')).toEqual({ previous: null, next: null });
});
