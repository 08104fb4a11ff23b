import { expect, it } from 'vitest';
import { findByTitle } from './type-ahead.ts';

const grid = (all: readonly string[]) => ({
  ids: all.map((_, index) => String(index)),
  titleOf: (id: string) => all[Number(id)] ?? null,
});
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
  expect(findByTitle(grid(titles), typed, from)).toBe(to);
});

it('finds nothing in an empty grid', () => {
  expect(findByTitle(grid([]), 'a', 0)).toBe(-1);
});

it('passes over a clip that is not read', () => {
  const ids = ['0', '1', '2'];
  const titleOf = (id: string) => (id === '1' ? null : 'dune');
  expect(findByTitle({ ids, titleOf }, 'd', 0)).toBe(2);
});
