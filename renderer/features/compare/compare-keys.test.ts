import { expect, it } from 'vitest';
import { compareCommandOf } from './compare-keys.ts';

const free = { hasModifier: false, isTyping: false, isOnControl: false };

it('knows letters in both cases, and stars by their number', () => {
  expect(compareCommandOf({ ...free, key: 'B' })).toEqual({ type: 'choose', index: 1 });
  expect(compareCommandOf({ ...free, key: '4' })).toEqual({ type: 'rate', rating: 4 });
  expect(compareCommandOf({ ...free, key: '6' })).toBeNull();
  expect(compareCommandOf({ ...free, key: 'q' })).toBeNull();
});

it('leaves Space to a control, everything to a text field and to shortcuts of the window', () => {
  expect(compareCommandOf({ ...free, isOnControl: true, key: ' ' })).toBeNull();
  expect(compareCommandOf({ ...free, isOnControl: true, key: '.' })).toEqual({
    type: 'next-frame',
  });
  expect(compareCommandOf({ ...free, isTyping: true, key: 's' })).toBeNull();
  expect(compareCommandOf({ ...free, hasModifier: true, key: 'c' })).toBeNull();
});
