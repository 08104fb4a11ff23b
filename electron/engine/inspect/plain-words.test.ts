import { expect, it } from 'vitest';
import { plainWords } from './plain-words.ts';

it.each([
  [null, 'not set'],
  ['', 'not set'],
  [{}, 'nothing'],
  [[], 'nothing'],
  [true, 'yes'],
  [0, '0'],
  ['dark', 'dark'],
  [['a', 'b'], 'a, b'],
  [
    { includeMedia: false, everyHours: 24, folder: null },
    'include media: no, every hours: 24, folder: not set',
  ],
])('says %j as %s', (value, words) => {
  expect(plainWords(value)).toBe(words);
});
