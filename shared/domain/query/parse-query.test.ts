import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';
import type { QueryTerm } from './query-terms.ts';

const text = (words: string, more: Partial<QueryTerm & { kind: 'text' }> = {}) => ({
  kind: 'text',
  text: words,
  isPhrase: false,
  isNegated: false,
  isOpen: false,
  ...more,
});
const terms = (query: string) => parseQuery(query).terms;
const problems = (query: string) =>
  parseQuery(query).problems.map(({ part, reason }) => `${reason} ${part}`);

describe('words', () => {
  it('are all looked for, the last one may be unfinished', () => {
    expect(terms('rain city')).toEqual([text('rain'), text('city', { isOpen: true })]);
    expect(terms('rain city ')).toEqual([text('rain'), text('city')]);
  });
  it('stand together in quotes, also in unclosed ones', () => {
    const phrase = text('rain city', { isPhrase: true });
    expect(terms('"rain city"')).toEqual([phrase]);
    expect(terms('"rain city')).toEqual([phrase]);
    expect(terms('"say ""hi"""')).toEqual([text('say "hi"', { isPhrase: true })]);
    expect(terms('""')).toEqual([]);
  });
  it('are kept out with a minus', () => {
    expect(terms('-rain -"blue sky"')).toEqual([
      text('rain', { isNegated: true }),
      text('blue sky', { isNegated: true, isPhrase: true }),
    ]);
    expect(terms('neo-noir -')).toEqual([text('neo-noir'), text('-', { isOpen: true })]);
  });
});

describe('filters', () => {
  const list = (key: string, ...values: string[]) => ({
    kind: 'list',
    key,
    values,
    isNegated: false,
  });
  it.each([
    ['model:kling-v3', list('model', 'kling-v3')],
    ['MODEL:"Kling 3.0 Omni",b', list('model', 'Kling 3.0 Omni', 'b')],
    ['ratio:16:9,9x16', list('ratio', '16:9', '9:16')],
    ['is:favorite', list('is', 'favourite')],
    ['label:red,none', list('label', 'red', 'none')],
    ['made-with:image', list('made-with', 'image')],
    ['resolution:4K', list('resolution', '4k')],
    ['tag:東京', list('tag', '東京')],
  ])('%s', (query, term) => expect(terms(query)).toEqual([term]));

  it.each([
    ['duration:>5', { type: '>', value: 5 }],
    ['duration:<=2.5s', { type: '<=', value: 2.5 }],
    ['duration:5..10', { type: '..', from: 5, to: 10 }],
    ['rating:>=4', { type: '>=', value: 4 }],
    ['rating:none', { type: '=', value: 0 }],
  ])('%s', (query, range) => expect(terms(query)).toMatchObject([{ kind: 'range', range }]));

  it.each([
    ['before:2026-06', { type: 'month', year: 2026, month: 6 }],
    ['after:2026-06-01', { type: 'day', year: 2026, month: 6, day: 1 }],
    ['on:2026', { type: 'year', year: 2026 }],
    ['on:today', { type: 'word', word: 'today' }],
  ])('%s', (query, span) => expect(terms(query)).toMatchObject([{ kind: 'date', span }]));

  it('are turned round with a minus', () => {
    expect(terms('-tag:draft')).toEqual([{ ...list('tag', 'draft'), isNegated: true }]);
  });
});

describe('what is no filter', () => {
  it.each([
    'duration:long',
    'duration:10..5',
    'rating:6',
    'on:2026-02-30',
    'ratio:wide',
    'is:nice',
  ])('%s is searched for as words, and named', (query) => {
    expect(terms(query)).toEqual([text(query, { isOpen: true })]);
    expect(problems(query)).toEqual([`bad-value ${query}`]);
  });
  it('names a key that nobody knows, but no address', () => {
    expect(problems('colour:red https://example.com 3:12')).toEqual(['unknown-key colour:red']);
  });
  it('waits for a value', () => {
    expect(parseQuery('model:')).toMatchObject({ terms: [], problems: [{ reason: 'no-value' }] });
    expect(terms('label:red,')).toMatchObject([{ values: ['red'] }]);
  });
});
