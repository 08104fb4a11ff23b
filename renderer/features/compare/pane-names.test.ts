import { expect, it } from 'vitest';
import { createTranslate } from '../../i18n/translate.ts';
import { paneNames } from './pane-names.ts';

const t = createTranslate();
const clip = (prompt: string, take: number, takeCount = 2) => ({
  prompt,
  take,
  takeCount,
  title: '',
});

it('calls takes of one prompt by their number', () => {
  expect(paneNames([clip('a fox', 2), clip('a fox', 1)], t)).toEqual(['Take 2', 'Take 1']);
});

it('calls clips of different prompts by what they show', () => {
  expect(paneNames([clip('a fox', 4, 4), clip('a tram', 2)], t)).toEqual(['a fox', 'a tram']);
});

it('does not give two clips the same number', () => {
  expect(paneNames([clip('a fox', 1), clip('a fox', 1)], t)).toEqual(['a fox', 'a fox']);
});
