import { expect, it } from 'vitest';
import { headingsFor, monthAt, monthsOf } from './months.ts';

const days = [
  { day: '2026-11-26', count: 3 },
  { day: '2026-11-02', count: 1 },
  { day: '2025-12-31', count: 2 },
];

it('joins days to months, with the place of each', () => {
  expect(monthsOf(days)).toEqual([
    { month: '2026-11', count: 4, first: 0 },
    { month: '2025-12', count: 2, first: 4 },
  ]);
  expect(monthsOf([])).toEqual([]);
});

it.each([
  [0, 0],
  [3, 0],
  [4, 1],
  [99, 1],
])('clip %i lies in month %i', (index, month) => {
  expect(monthAt(monthsOf(days), index)).toBe(month);
});

it('puts headings between days where a day fills a row, else between months', () => {
  expect(headingsFor(days, 2)).toBe(days);
  expect(headingsFor(days, 3)).toEqual([
    { day: '2026-11', count: 4 },
    { day: '2025-12', count: 2 },
  ]);
});
