import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOffMs, pollIntervalMs } from './back-off.ts';

const limits = { baseMs: 1000, capMs: 60_000, floorMs: 400 };

test('waits stay between floor and cap, whatever the number of failures', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, random) => {
        const waitMs = backOffMs(failures, random, limits);
        expect(waitMs).toBeGreaterThanOrEqual(limits.floorMs);
        expect(waitMs).toBeLessThanOrEqual(limits.capMs);
      },
    ),
  );
});

test('the longest wait doubles', () => {
  expect([1, 2, 3, 4].map((failures) => backOffMs(failures, 1, limits))).toEqual([
    1000, 2000, 4000, 8000,
  ]);
});

test('polling starts at half a second and slows down to five', () => {
  expect(pollIntervalMs(0, 0.5)).toBe(500);
  expect(pollIntervalMs(20_000, 0.5)).toBe(2000);
  expect(pollIntervalMs(3_600_000, 0.5)).toBe(5000);
});
