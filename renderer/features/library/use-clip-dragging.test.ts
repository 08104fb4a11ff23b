import { expect, it } from 'vitest';
import { sideOf } from './use-clip-dragging.ts';

const box = { left: 100, top: 400, width: 800, height: 56 };

it('goes before a card from its left half, and before a line from its upper half', () => {
  const farRightAndHigh = { clientX: 850, clientY: 410 };
  expect(sideOf(farRightAndHigh, box, false)).toBe('after');
  expect(sideOf(farRightAndHigh, box, true)).toBe('before');
  const farLeftAndLow = { clientX: 110, clientY: 450 };
  expect(sideOf(farLeftAndLow, box, false)).toBe('before');
  expect(sideOf(farLeftAndLow, box, true)).toBe('after');
});
