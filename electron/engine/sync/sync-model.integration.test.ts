// A few runs of the model-based test of clips made elsewhere, always the same ones; `npm run fuzz -- sync` makes as many as one likes.
import { expect, test } from 'vitest';
import { fuzzSync } from '../testing/models/run-sync-model.ts';

test('whatever the cloud tells, nothing goes that was here, nothing comes back that was erased', async () => {
  const seen = await fuzzSync({ runs: 12, seed: 11 });
  expect(seen.runs).toBe(12);
  expect(seen.fetched).toBeGreaterThan(20);
  expect(seen.lies).toBeGreaterThan(15);
  expect(seen.erased).toBeGreaterThan(3);
}, 60_000);
