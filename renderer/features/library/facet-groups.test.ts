import { expect, it } from 'vitest';
import { createTranslate } from '../../i18n/translate.ts';
import { createValueWords, isSameLines, linesOf, toggleFacet } from './facet-groups.ts';

const t = createTranslate();

it('says each value in plain words, with its count and its tick', () => {
  const counts = [
    { key: 'is' as const, values: [{ value: 'favourite', count: 2 }] },
    {
      key: 'rating' as const,
      values: [
        { value: '>=4', count: 7 },
        { value: '0', count: 9 },
      ],
    },
  ];
  const filter = { filters: 'rating:>=4', search: 'rain' };
  expect(linesOf(['is', 'rating'], counts, filter, createValueWords(t))).toEqual([
    { key: 'is', value: 'favourite', count: 2, words: 'Favourites', isChosen: false },
    { key: 'rating', value: '>=4', count: 7, words: '4 stars or more', isChosen: true },
    { key: 'rating', value: '0', count: 9, words: 'Not rated', isChosen: false },
  ]);
});

it('leaves what is typed alone, unless it says the same key', () => {
  expect(toggleFacet({ filters: '', search: 'rain' }, 'resolution', '4k')).toEqual({
    filters: 'resolution:4k',
  });
  expect(toggleFacet({ filters: '', search: 'rain resolution:4k' }, 'resolution', '4k')).toEqual({
    search: 'rain ',
  });
});

it('tells which lines say the same', () => {
  const words = createValueWords(t);
  const counts = (favourites: number) => [
    { key: 'is' as const, values: [{ value: 'favourite', count: favourites }] },
  ];
  const lines = (favourites: number, search = '') =>
    linesOf(['is'], counts(favourites), { filters: '', search }, words);
  expect(isSameLines(lines(2), lines(2, 'rain'))).toBe(true);
  expect(isSameLines(lines(2), lines(3))).toBe(false);
  expect(isSameLines(lines(2), lines(2, 'is:favourite'))).toBe(false);
  expect(isSameLines(lines(2), [])).toBe(false);
});
