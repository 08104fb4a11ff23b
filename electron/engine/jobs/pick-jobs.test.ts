import { expect, test } from 'vitest';
import type { JobCandidate } from '../database/generation-reads.ts';
import { pickJobs, type RunningJob } from './pick-jobs.ts';

const limits = {
  rendering: 4,
  downloads: 2,
  concurrencyOf: (id: string) => (id === 'slow' ? 1 : 3),
};
const job = (sequence: number, modelId = 'fast', status: JobCandidate['status'] = 'queued') => ({
  sequence,
  modelId,
  status,
});
const pick = (
  candidates: JobCandidate[],
  running: [number, RunningJob][] = [],
  waiting: number[] = [],
) =>
  pickJobs(candidates, new Map(running), (sequence) => waiting.includes(sequence), limits).map(
    ({ sequence }) => sequence,
  );

test('each model has its own places, and all together have four', () => {
  expect(pick([job(1), job(2), job(3), job(4), job(5, 'slow'), job(6, 'slow')])).toEqual([
    1, 2, 3, 5,
  ]);
});

test('a job that fetches its result takes no place of its model', () => {
  expect(pick([job(1, 'slow', 'downloading'), job(2, 'slow')])).toEqual([1, 2]);
});

test('what runs or waits is not started again', () => {
  const running: [number, RunningJob][] = [[1, { modelId: 'slow', status: 'rendering' }]];
  expect(pick([job(1, 'slow', 'rendering'), job(2, 'slow'), job(3), job(4)], running, [3])).toEqual(
    [4],
  );
});

test('results wait for their turn, and take no place from what is made', () => {
  const results = [1, 2, 3].map((sequence) => job(sequence, 'fast', 'downloading'));
  expect(pick([...results, job(4)])).toEqual([1, 2, 4]);
  expect(pick(results, [[9, { modelId: 'slow', status: 'downloading' }]])).toEqual([1]);
});
