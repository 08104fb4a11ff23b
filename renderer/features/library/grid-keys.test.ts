import { describe, expect, it } from 'vitest';
import { type GridMove, moveFocus, moveOf } from './grid-keys.ts';
import { layoutRows } from './grid-layout.ts';

// day a: 0 1 2 / 3      day b: 4 5 6 / 7 8
const days = [
  { day: 'a', count: 4 },
  { day: 'b', count: 5 },
];
const measure = { columns: 3, cardWidth: 100, cardHeight: 94, gap: 12 };
const rows = layoutRows({ days, length: 9, pending: 4, measure });
const go = (from: number, move: GridMove, pageRows = 2) =>
  moveFocus({ rows, length: 9, from, move, pageRows });

describe('moveFocus', () => {
  it.each<[number, GridMove, number]>([
    [0, 'left', 0],
    [3, 'right', 4],
    [8, 'right', 8],
    [4, 'left', 3],
    [2, 'row-start', 0],
    [4, 'row-end', 6],
    [5, 'first', 0],
    [5, 'last', 8],
  ])('from %d %s goes to %d', (from, move, to) => {
    expect(go(from, move)).toBe(to);
  });

  it('keeps the column over a heading, as far as the row reaches', () => {
    expect(go(4, 'up')).toBe(3);
    expect(go(6, 'up')).toBe(3);
    expect(go(3, 'down')).toBe(4);
    expect(go(2, 'down')).toBe(3);
    expect(go(5, 'down')).toBe(8);
  });

  it('stays where it is at the top and at the bottom', () => {
    expect(go(1, 'up')).toBe(1);
    expect(go(8, 'down')).toBe(8);
  });

  it('moves by the rows that fit, and stops at the ends', () => {
    expect(go(0, 'page-down')).toBe(4);
    expect(go(0, 'page-down', 50)).toBe(7);
    expect(go(8, 'page-up', 50)).toBe(1);
  });

  it('starts at the first clip when the focus is nowhere', () => {
    expect(go(-1, 'down')).toBe(0);
    expect(moveFocus({ rows: [], length: 0, from: 0, move: 'down', pageRows: 1 })).toBe(-1);
  });
});

it('knows the keys', () => {
  expect(moveOf('Home', false)).toBe('row-start');
  expect(moveOf('Home', true)).toBe('first');
  expect(moveOf('a', false)).toBeNull();
});
