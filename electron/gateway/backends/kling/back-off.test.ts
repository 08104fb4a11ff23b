import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

const backOff = { baseMs: 1_000, capMs: 20_000 };

describe('backOffMs', () => {
  it.each([
    [1, 0, 500],
    [1, 0.999, 1_000],
    [2, 0, 1_000],
    [3, 0.5, 3_000],
    [5, 0, 8_000],
    [6, 0, 10_000],
    [400, 0.999, 19_990],
    [0, 0, 500],
  ])('after %i failures with luck %f is %i ms', (failures, random, expected) => {
    expect(backOffMs(backOff, failures, random)).toBe(expected);
  });

  it('is never shorter than asked for, and spreads those who were asked alike', () => {
    expect(backOffMs(backOff, 1, 0, 30_000)).toBe(30_000);
    expect(backOffMs(backOff, 1, 0.5, 30_000)).toBe(30_500);
    expect(backOffMs(backOff, 5, 0, 2_000)).toBe(8_000);
  });
});
