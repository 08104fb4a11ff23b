import { expect, test } from 'vitest';
import { neighbourOfGone } from './neighbour-of-gone.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

test.each([
  ['after one', ['b'], 'c'],
  ['after several that stand apart', ['a', 'c'], 'd'],
  ['before them at the end', ['d', 'e'], 'c'],
  ['between them when the end goes too', ['c', 'e'], 'd'],
  ['none when all go', order, null],
])('%s', (_name, gone, expected) => {
  expect(neighbourOfGone(order, new Set(gone))).toBe(expected);
});
