// Whatever is typed means the same after it was printed and read again, and any terms can be printed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import {
  dateKeys,
  hasWords,
  isWords,
  knownValues,
  queryKeys,
  type QueryTerm,
} from './query-terms.ts';

const scrap = fc.oneof(
  fc.constantFrom('"', '""', '-', ',', ':', ' ', '  ', '..', '>', '<=', '\n', '東京', '🌧', 'مطر'),
  fc.constantFrom(...queryKeys).map((key) => `${key}:`),
  fc.constantFrom('red', '16:9', '2026-06-01', '5', '4.5', 'favourite', 'neo-noir', 'colour:x'),
  fc.string({ maxLength: 4 }),
);
const typed = fc.array(scrap, { maxLength: 14 }).map((parts) => parts.join(''));

it('says the same again, whatever was typed', () => {
  fc.assert(
    fc.property(typed, (query) => {
      const { terms } = parseQuery(query);
      expect(parseQuery(printQuery(terms)).terms).toEqual(terms);
    }),
    { numRuns: 3000 },
  );
});

const isNegated = fc.boolean();
const freeValue = fc.string({ minLength: 1, maxLength: 12 }).filter((value) => value.trim() !== '');
const list = (key: 'model' | 'tag' | 'is' | 'has' | 'label', value: fc.Arbitrary<string>) =>
  fc.record({
    kind: fc.constant('list' as const),
    key: fc.constant(key),
    values: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
    isNegated,
  });
const number = fc.integer({ min: 0, max: 5 });
const range = fc.oneof(
  fc.record({ type: fc.constantFrom('=', '>', '>=', '<', '<='), value: number }),
  fc.tuple(number, number).map(([one, other]) => ({
    type: '..' as const,
    from: Math.min(one, other),
    to: Math.max(one, other),
  })),
);
const span = fc
  .record({
    year: fc.integer({ min: 1900, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((date) => ({ type: 'day' as const, ...date }));
const filter: fc.Arbitrary<QueryTerm> = fc.oneof(
  list('model', freeValue),
  list('tag', freeValue),
  list('is', fc.constantFrom(...isWords)),
  list('has', fc.constantFrom(...hasWords)),
  list('label', fc.constantFrom(...(knownValues.label ?? []))),
  fc.record({
    kind: fc.constant('range' as const),
    key: fc.constantFrom('duration', 'rating'),
    range,
    isNegated,
  }),
  fc.record({
    kind: fc.constant('date' as const),
    key: fc.constantFrom(...dateKeys),
    span,
    isNegated,
  }),
  fc.record({
    kind: fc.constant('text' as const),
    text: freeValue,
    isPhrase: fc.constant(true),
    isNegated,
    isOpen: fc.constant(false),
  }),
);

it('reads any filters and phrases as they were printed', () => {
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 6 }), (terms) => {
      expect(parseQuery(printQuery(terms)).terms).toEqual(terms);
    }),
    { numRuns: 2000 },
  );
});
