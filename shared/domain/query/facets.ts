// What the library can be narrowed down by, with how a search says it. Data and words only.
import { filtersOf, replaceFilter, toggleValue } from './edit-query.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery, printValue } from './print-query.ts';
import type { ListKey, QueryKey } from './query-terms.ts';
import { readFilter } from './query-values.ts';

/** In the order in which they are shown. `is` holds the favourites. */
export const facetKeys = [
  'model',
  'resolution',
  'ratio',
  'duration',
  'is',
  'rating',
  'label',
  'tag',
  'on',
] as const;
export type FacetKey = (typeof facetKeys)[number];

const severalAtOnce: ReadonlySet<string> = new Set([
  'model',
  'resolution',
  'ratio',
  'label',
  'tag',
  'is',
] satisfies ListKey[]);

const isList = (key: FacetKey): key is FacetKey & ListKey => severalAtOnce.has(key);

/** The search is read once, for as many values as are asked about. */
export function chosenIn(search: string): (key: FacetKey, value: string) => boolean {
  const terms = filtersOf(search).filter(({ isNegated }) => !isNegated);
  return (key, value) =>
    terms.some(
      (term) =>
        term.key === key &&
        (term.kind === 'list' ? term.values.includes(value) : printValue(term) === value),
    );
}

export const isChosen = (search: string, key: FacetKey, value: string): boolean =>
  chosenIn(search)(key, value);

/** Ticks it, or takes the tick off; of lengths, ratings and months one at a time. */
export function choose(search: string, key: FacetKey, value: string): string {
  if (isList(key)) return toggleValue(search, key, value);
  if (isChosen(search, key, value)) return replaceFilter(search, key, null);
  return replaceFilter(search, key, readFilter(key, [value], false));
}

/** The search without what it says about one key: its other values are counted among what is left. */
export function withoutKey(search: string, key: QueryKey): string {
  const { terms } = parseQuery(search);
  return printQuery(
    terms.filter((term) => term.kind === 'text' || term.key !== key || term.isNegated),
  );
}

export function keysChosen(search: string): readonly FacetKey[] {
  const present = new Set<string>(
    filtersOf(search).flatMap(({ key, isNegated }) => (isNegated ? [] : [key])),
  );
  return facetKeys.filter((key) => present.has(key));
}

const shapes = ['16:9', '9:16', '1:1', '4:3', '3:4', '21:9', '3:2', '2:3', '5:4', '4:5'] as const;

/** The nearest shape that has a name, within 2 %; `null` for others. */
export function ratioName(width: number, height: number): string | null {
  const found = shapes.find((shape) => {
    const [wide = 1, high = 1] = shape.split(':').map(Number);
    return Math.abs(width * high - height * wide) * 50 <= width * high;
  });
  return found ?? null;
}

export function resolutionName(width: number, height: number): string {
  const side = Math.min(width, height);
  return side >= 2160 ? '4k' : `${side}p`;
}

/** The lengths that are told apart; a clip of 5.4 s is one of 5 s. */
export const durationBuckets = [
  { value: '<=5', from: 0, to: 5500 },
  { value: '6..10', from: 5500, to: 10_500 },
  { value: '>10', from: 10_500, to: Number.POSITIVE_INFINITY },
] as const;

export const ratingBuckets = [
  { value: '5', from: 5, to: 5 },
  { value: '>=4', from: 4, to: 5 },
  { value: '>=3', from: 3, to: 5 },
  { value: '0', from: 0, to: 0 },
] as const;
