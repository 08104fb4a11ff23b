import { expect, it } from 'vitest';
import { targetOfStep } from './use-arrange.ts';

const order = ['a', 'b', 'c', 'd'];
it.each([
  [['b'], -1, 'a'],
  [['b'], 1, 'd'],
  [['c'], 1, null],
  [['a'], -1, undefined],
  [['d'], 1, undefined],
  [['b', 'c'], -1, 'a'],
  [['b', 'c'], 1, null],
  [['x'], 1, undefined],
] as const)('%j by %i', (moving, step, expected) => {
  expect(targetOfStep(order, new Set<string>(moving), step)).toBe(expected);
});
