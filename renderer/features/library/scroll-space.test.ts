import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Extent,
  isAstray,
  lastOffset,
  offsetOf,
  type Place,
  scrolled,
  sheetHeight,
  tallest,
  topFor,
} from './scroll-space.ts';

/** A million cards of 320 px in two columns. */
const million: Extent = { total: 145_000_000, view: 700 };
const lastTop = tallest - million.view;
const start: Place = { top: 0, shift: 0 };

/** As the element and the grid do it together: it never scrolls past its ends, and is put right at once when it has to be. */
function move(extent: Extent, place: Place, by: number): Place {
  const max = Math.max(0, sheetHeight(extent.total) - extent.view);
  const next = scrolled(extent, place, Math.min(max, Math.max(0, place.top + by)));
  return isAstray(extent, next) === 'now' ? settle(extent, next) : next;
}
function settle(extent: Extent, place: Place): Place {
  const top = topFor(extent, offsetOf(place));
  return { top, shift: offsetOf(place) - top };
}

describe('a million large cards', () => {
  it('scroll to the last one', () => {
    const end = scrolled(million, start, lastTop);
    expect(offsetOf(end)).toBe(lastOffset(million));
    expect(topFor(million, lastOffset(million))).toBe(lastTop);
  });

  it('move by what the wheel says, wherever one is', () => {
    const middle = scrolled(million, start, lastTop / 2);
    expect(offsetOf(scrolled(million, middle, middle.top + 100)) - offsetOf(middle)).toBeCloseTo(
      100,
    );
  });

  it('can be walked through from one end to the other without a jump', () => {
    const extent = { total: tallest + 300_000, view: 700 };
    let place = start;
    let steps = 0;
    while (offsetOf(place) < lastOffset(extent) - 1) {
      const next = move(extent, place, 500);
      const went = offsetOf(next) - offsetOf(place);
      if (went <= 0 || went > 502) throw new Error(`step ${steps} went ${went}`);
      place = next;
      steps += 1;
    }
    expect(steps).toBeGreaterThan(tallest / 500);
    while (offsetOf(place) > 1) {
      const next = move(extent, place, -500);
      const went = offsetOf(next) - offsetOf(place);
      if (went >= 0) throw new Error(`back went ${went}`);
      place = next;
    }
  });
});

it('never leaves the rows, and can always go on in both directions', () => {
  const moves = fc.array(
    fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -tallest, max: tallest })),
    { maxLength: 60 },
  );
  const extents = fc.record({
    total: fc.integer({ min: 100, max: 400_000_000 }),
    view: fc.integer({ min: 100, max: 2000 }),
  });
  fc.assert(
    fc.property(extents, moves, (extent, list) => {
      let place = start;
      for (const by of list) place = move(extent, place, by);
      const offset = offsetOf(place);
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset).toBeLessThanOrEqual(lastOffset(extent));
      const up = offsetOf(move(extent, place, -50));
      const down = offsetOf(move(extent, place, 50));
      if (offset > 1) expect(up).toBeLessThan(offset);
      if (offset < lastOffset(extent) - 1) expect(down).toBeGreaterThan(offset);
    }),
    { numRuns: 500 },
  );
});

it('is the plain one for a library that fits', () => {
  const small = { total: 100_000, view: 700 };
  expect(scrolled(small, start, 4321)).toEqual({ top: 4321, shift: 0 });
  expect(topFor(small, 4321)).toBe(4321);
  expect(isAstray(small, { top: 4321, shift: 0 })).toBe('no');
});
