import { expect, it } from 'vitest';
import { filtersOf } from '#shared/domain/query/edit-query.ts';
import { hasWords, isWords, madeWithWords } from '#shared/domain/query/query-terms.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { filterWords } from './filter-words.ts';

const t = createTranslate();
const words = (search: string) => filtersOf(search).map((term) => filterWords(term, t));

it.each([
  ['resolution:4k,1080p', '4K, 1080p'],
  ['model:"Kling 2.6"', 'Kling 2.6'],
  ['tag:rain,"client A"', 'Tag rain, client A'],
  ['label:red,none', 'Red label, No label'],
  ['label:red,blue', 'Red, Blue label'],
  ['is:favourite', 'Favourites'],
  ['-is:portrait', 'Not: Portrait'],
  ['is:good', 'Good takes'],
  ['is:bad', 'Poor takes'],
  ['made-with:video', 'Made from a clip'],
  ['has:notes', 'With notes'],
  ['made-with:image', 'Made with images'],
  ['duration:>5', 'Over 5 s'],
  ['duration:6..10', '6 to 10 s'],
  ['rating:>=4', '4 stars or more'],
  ['rating:1', '1 star'],
  ['rating:none', 'Not rated'],
  ['before:2026', 'Before 2026'],
  ['after:2026-06-15', 'Since 15 Jun 2026'],
  ['on:2026-06', 'June 2026'],
  ['on:today', 'Today'],
])('%s', (search, expected) => expect(words(search)).toEqual([expected]));

it('has words for every value that is known in advance', () => {
  const known = [
    ...isWords.map((word) => `is:${word}`),
    ...hasWords.map((word) => `has:${word}`),
    ...madeWithWords.map((word) => `made-with:${word}`),
  ];
  for (const filter of known) expect(words(filter).join(), filter).not.toMatch(/^\w+\./u);
});
