import { expect, it } from 'vitest';
import { findByTitle } from './type-ahead.ts';

const titles = ['Dune sea', 'Dawn', 'Aurora', 'dust'];

it.each([
  ['d', 0, 1],
  ['d', 1, 3],
  ['d', 3, 0],
  ['du', 3, 3],
  ['dun', 3, 0],
  ['a', -1, 2],
  ['x', 0, -1],
  ['', 0, -1],
])('typing %j at %d goes to %d', (typed, from, to) => {
  expect(findByTitle(titles, typed, from)).toBe(to);
});

it('finds nothing in an empty grid', () => {
  expect(findByTitle([], 'a', 0)).toBe(-1);
});
