import { expect, it } from 'vitest';
import { commandOf } from './player-keys.ts';

const free = { hasModifier: false, isTyping: false, isOnControl: false };

it('knows keys in both cases', () => {
  expect(commandOf({ ...free, key: 'J' })).toBe('back');
  expect(commandOf({ ...free, key: ' ' })).toBe('toggle-play');
  expect(commandOf({ ...free, key: 'q' })).toBeNull();
});

it('leaves Space and arrows to the control that has the focus', () => {
  const onControl = { ...free, isOnControl: true };
  expect(commandOf({ ...onControl, key: ' ' })).toBeNull();
  expect(commandOf({ ...onControl, key: 'ArrowLeft' })).toBeNull();
  expect(commandOf({ ...onControl, key: '[' })).toBe('previous-clip');
});

it('leaves everything to a text field and to shortcuts of the window', () => {
  expect(commandOf({ ...free, isTyping: true, key: 'k' })).toBeNull();
  expect(commandOf({ ...free, hasModifier: true, key: 'k' })).toBeNull();
});
