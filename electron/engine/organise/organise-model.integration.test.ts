// A few runs of the model-based test of keeping clips in order, always the same ones; `npm run fuzz -- organise` makes as many as one
// likes.
import { expect, test } from 'vitest';
import { fuzzOrganise } from '../testing/models/run-organise-model.ts';

const patienceMs = 300_000; // most of it is waiting for the disk

test(
  'rows, search and files agree after any changes, undone and done again in any order',
  { timeout: patienceMs },
  async () => {
    const seen = await fuzzOrganise({ runs: 120, seed: 5 });
    expect(seen.runs).toBe(120);
    expect(seen.changes).toBeGreaterThan(500);
    expect(seen.collected).toBeGreaterThan(150);
    expect(seen.undone).toBeGreaterThan(200);
    expect(seen.redone).toBeGreaterThan(40);
    expect(seen.starts).toBeGreaterThan(10);
  },
);
