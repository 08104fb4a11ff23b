import { expect, it } from 'vitest';
import { clipTitle, resolutionWord, shortChecksum, shortModel, ratioWord } from './clip-words.ts';

it('names a clip by its title, else by its prompt, and never by nothing', () => {
  expect(clipTitle({ title: ' Dune sea ', prompt: 'x' })).toBe('Dune sea');
  expect(clipTitle({ title: ' ', prompt: 'sand in the wind' })).toBe('sand in the wind');
  expect(clipTitle({ title: '', prompt: ' ' })).toBe('…');
});

it('leaves out the word that all models share', () => {
  expect(shortModel('Kling 3.0 Omni')).toBe('3.0 Omni');
  expect(shortModel('Klingon 1')).toBe('Klingon 1');
});

it('names a resolution by the shorter side', () => {
  expect(resolutionWord({ width: 1920, height: 1080 })).toBe('1080p');
  expect(resolutionWord({ width: 720, height: 1280 })).toBe('720p');
  expect(resolutionWord({ width: 3840, height: 2160 })).toBe('4K');
});

it('writes a checksum in groups of four', () => {
  expect(shortChecksum('9f2c41d70b8e5a63c1f4', 4)).toBe('9f2c 41d7 0b8e 5a63');
});

it.each([
  [1920, 1080, '16:9'],
  [480, 854, '9:16'],
  [1024, 1024, '1:1'],
  [1000, 300, '1000 × 300'],
])('%i by %i is %s', (width, height, word) => {
  expect(ratioWord({ width, height })).toBe(word);
});
