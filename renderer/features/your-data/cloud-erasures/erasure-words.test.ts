import { expect, it } from 'vitest';
import { createTranslate } from '../../../i18n/translate.ts';
import { wentWords } from './erasure-words.ts';

const t = createTranslate();

it('counts of a receipt are words, and what a newer service counts is told as it says it', () => {
  expect(wentWords({ what: 'generations', count: 1 }, t)).toBe('1 job');
  expect(wentWords({ what: 'outputs', count: 1200 }, t)).toBe('1,200 videos');
  expect(wentWords({ what: 'thoughts', count: 2 }, t)).toBe('2 thoughts');
});
