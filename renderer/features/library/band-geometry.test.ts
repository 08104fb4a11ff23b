import { describe, expect, it } from 'vitest';
import { edgeSpeed, idsTouched, isSameTouched, touchedBetween } from './band-geometry.ts';
import { layoutRows, measureList } from './grid-layout.ts';

const measure = { columns: 3, cardWidth: 100, cardHeight: 80, gap: 10 };
const days = [
  { day: '2026-11-24', count: 4 },
  { day: '2026-11-23', count: 3 },
];
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const rows = layoutRows({ days, length: ids.length, pending: 0, measure });

/** The slow and plain way. */
function placesOf(heights: readonly { readonly height: number }[]) {
  const startOf = (index: number) =>
    heights.slice(0, index).reduce((sum, { height }) => sum + height, 0);
  const rowAt = (offset: number) =>
    Math.max(
      0,
      heights.findLastIndex((_, index) => startOf(index) <= offset),
    );
  return { startOf, rowAt };
}
const places = placesOf(rows);
type Corner = readonly [x: number, y: number];
const between = ([x, y]: Corner, [toX, toY]: Corner) =>
  touchedBetween({ x, y }, { x: toX, y: toY }, measure, places);
const picked = (from: Corner, to: Corner) => idsTouched(rows, ids, between(from, to)).join('');

// heading 32, [a b c] 80 + 10, [d] 80 + 16, heading 32, [e f g] 80 + 16
const [first, second, third] = [32, 122, 250];

describe('what a rectangle touches', () => {
  it('is each card that it overlaps, in whichever direction it is drawn', () => {
    expect(picked([105, first - 5], [215, first + 5])).toBe('b');
    expect(picked([215, first + 5], [105, first - 5])).toBe('b');
    expect(picked([215, first + 5], [50, second + 5])).toBe('abd');
  });

  it('is nothing in a gap, beside the cards and under the last row', () => {
    expect(picked([101, first], [109, third])).toBe('');
    expect(picked([0, first + 81], [300, first + 89])).toBe('');
    expect(picked([-20, 0], [-1, 500])).toBe('');
    expect(picked([321, 0], [400, 500])).toBe('');
    expect(picked([0, third + 90], [300, third + 900])).toBe('');
  });

  it('passes over headings and places without a clip', () => {
    expect(picked([0, 0], [300, 30])).toBe('');
    expect(picked([110, second + 5], [300, second + 70])).toBe('');
    expect(picked([0, second + 5], [300, third + 5])).toBe('defg');
  });

  it('is all of them from corner to corner, and only those that are read', () => {
    expect(picked([0, 0], [320, 400])).toBe('abcdefg');
    const more = layoutRows({ days: null, length: 3, pending: 6, measure });
    const all = touchedBetween({ x: 0, y: 0 }, { x: 320, y: 900 }, measure, placesOf(more));
    expect(idsTouched(more, ['a', 'b', 'c'], all)).toEqual(['a', 'b', 'c']);
  });

  it('is a run of lines in a list', () => {
    const list = measureList(320);
    const lines = layoutRows({ days: null, length: 7, pending: 0, measure: list });
    const touched = touchedBetween({ x: 325, y: 60 }, { x: 300, y: 130 }, list, placesOf(lines));
    expect(idsTouched(lines, ids, touched)).toEqual(['b', 'c']);
  });

  it('agrees with a look at every card, wherever the corners are', () => {
    const cards = rows.flatMap((row, index) =>
      row.kind === 'clips'
        ? ids.slice(row.start, row.end).map((id, column) => ({
            id,
            left: column * 110,
            top: places.startOf(index),
          }))
        : [],
    );
    for (let x = -15; x < 340; x += 23)
      for (let y = -10; y < 380; y += 19)
        for (let size = 1; size < 300; size += 37) {
          const overlapped = cards.filter(
            ({ left, top }) =>
              left <= x + size && left + 100 >= x && top <= y + size && top + 80 >= y,
          );
          expect(picked([x, y], [x + size, y + size])).toBe(
            overlapped.map(({ id }) => id).join(''),
          );
        }
  });

  it('is the same until another row or column is touched', () => {
    const touched = between([0, first], [50, first + 5]);
    expect(isSameTouched(touched, between([0, first], [90, first + 70]))).toBe(true);
    expect(isSameTouched(touched, between([0, first], [110, first + 70]))).toBe(false);
    expect(isSameTouched(touched, between([0, first], [50, second]))).toBe(false);
  });
});

describe('scrolling at the edges', () => {
  it('is faster the nearer the pointer is to an edge, and fastest beyond it', () => {
    expect(edgeSpeed(300, 600)).toBe(0);
    expect(edgeSpeed(590, 600)).toBeGreaterThan(edgeSpeed(570, 600));
    expect(edgeSpeed(570, 600)).toBeGreaterThan(0);
    expect(edgeSpeed(5000, 600)).toBe(edgeSpeed(600, 600));
    expect(edgeSpeed(10, 600)).toBe(-edgeSpeed(590, 600));
    expect(edgeSpeed(-5000, 600)).toBe(edgeSpeed(0, 600));
  });
});
