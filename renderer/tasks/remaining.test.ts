import { describe, expect, it } from 'vitest';
import { addSample, calmRemaining, paceOf, type Sample } from './remaining.ts';

const after = (...samples: Sample[]) => samples.reduce<Sample[]>(addSample, []);
const at = (atMs: number, doneBytes: number): Sample => ({ atMs, doneBytes });

describe('paceOf', () => {
  it('tells speed and what is left', () => {
    const pace = paceOf(after(at(0, 0), at(2000, 100), at(4000, 200)), 1000);
    expect(pace).toEqual({ bytesPerSecond: 50, remainingMs: 16_000 });
  });

  it('says nothing before it knows', () => {
    expect(paceOf([], 1000)).toBeNull();
    expect(paceOf(after(at(0, 0), at(1000, 100)), 1000)).toBeNull();
  });

  it('follows what is going on now, not long ago', () => {
    const pace = paceOf(
      after(at(0, 0), at(1000, 9000), at(20_000, 9100), at(24_000, 9500)),
      10_000,
    );
    expect(pace?.bytesPerSecond).toBe(100);
  });

  it('starts anew when a phase begins at zero', () => {
    expect(after(at(0, 0), at(4000, 900), at(5000, 10))).toEqual([at(5000, 10)]);
  });

  it('has no end when it stands still', () => {
    expect(paceOf(after(at(0, 50), at(3000, 50)), 100)?.remainingMs).toBeNull();
  });
});

it.each([
  [700, 5_000],
  [11_000, 15_000],
  [61_000, 120_000],
])('rounds %d ms up to %d', (exact, calm) => {
  expect(calmRemaining(exact)).toBe(calm);
});
