import { expect, it } from 'vitest';
import { createRestartPolicy } from './restart-policy.ts';

it('waits longer after each crash and gives up after the sixth within two minutes', () => {
  const policy = createRestartPolicy();
  const waits = [0, 1, 2, 3, 4, 5].map((second) => policy.afterCrash(second * 1000));
  expect(waits).toEqual([200, 1000, 3000, 10_000, 30_000, null]);
});

it('forgives after two calm minutes', () => {
  const policy = createRestartPolicy();
  policy.afterCrash(0);
  policy.afterCrash(1000);
  expect(policy.afterCrash(130_000)).toBe(200);
});
