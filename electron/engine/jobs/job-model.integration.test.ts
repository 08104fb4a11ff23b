// A few runs of the model-based test of jobs, always the same commands; `npm run fuzz` makes as many as one likes.
import { expect, test } from 'vitest';
import { fuzzJobs } from '../testing/models/run-job-model.ts';

test('whatever happens in whatever order: a clip is paid once or not at all', async () => {
  const seen = await fuzzJobs({ runs: 25, seed: 20 });
  expect(seen.runs).toBe(25);
  expect(seen.delivered).toBeGreaterThan(20);
  expect(seen.chargedCredits).toBe((seen.delivered + seen.paidAndCancelled) * 30);
  expect(seen.lostOnTheWay).toBeGreaterThan(0);
});
