// What a search of the library can say, as data: words, and filters with a key. Pure; knows neither the box that it is typed into
// nor the database.
import { labels } from '../clip-change.ts';
import { verdicts } from '../verdict.ts';

/** With one of several values each: `label:red,blue`. */
export const listKeys = [
  'model',
  'tag',
  'collection',
  'label',
  'ratio',
  'resolution',
  'made-with',
  'is',
  'has',
] as const;
export const rangeKeys = ['duration', 'rating'] as const;
export const dateKeys = ['before', 'after', 'on'] as const;
export const queryKeys = [...listKeys, ...rangeKeys, ...dateKeys] as const;

export type ListKey = (typeof listKeys)[number];
export type RangeKey = (typeof rangeKeys)[number];
export type DateKey = (typeof dateKeys)[number];
export type QueryKey = (typeof queryKeys)[number];

export const isWords = [
  'favourite',
  'trashed',
  'landscape',
  'portrait',
  'square',
  'missing',
  'in-cloud',
  'imported',
  ...verdicts,
] as const;
export const hasWords = ['title', 'notes', 'tags', 'rating', 'label', 'poster'] as const;
export const madeWithWords = [
  'image',
  'text',
  'video',
  'first-frame',
  'last-frame',
  'reference',
] as const;
export const dayWords = ['today', 'yesterday'] as const;

/** Keys whose values are known in advance; the others take any words. */
export const knownValues: Readonly<Partial<Record<ListKey, readonly string[]>>> = {
  label: [...labels, 'none'],
  'made-with': madeWithWords,
  is: isWords,
  has: hasWords,
};

export type Comparison =
  | { readonly type: '=' | '>' | '>=' | '<' | '<='; readonly value: number }
  | { readonly type: '..'; readonly from: number; readonly to: number };

export type CalendarSpan =
  | { readonly type: 'year'; readonly year: number }
  | { readonly type: 'month'; readonly year: number; readonly month: number }
  | { readonly type: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly type: 'word'; readonly word: (typeof dayWords)[number] };

export interface TextTerm {
  readonly kind: 'text';
  readonly text: string;
  /** "In quotes": the words stand together. */
  readonly isPhrase: boolean;
  readonly isNegated: boolean;
  /** The last word, which may be unfinished. */
  readonly isOpen: boolean;
}
export interface ListTerm {
  readonly kind: 'list';
  readonly key: ListKey;
  /** Any of them; at least one. */
  readonly values: readonly string[];
  readonly isNegated: boolean;
}
export interface RangeTerm {
  readonly kind: 'range';
  readonly key: RangeKey;
  /** Seconds, or stars. */
  readonly range: Comparison;
  readonly isNegated: boolean;
}
export interface DateTerm {
  readonly kind: 'date';
  readonly key: DateKey;
  readonly span: CalendarSpan;
  readonly isNegated: boolean;
}
export type FilterTerm = ListTerm | RangeTerm | DateTerm;
export type QueryTerm = TextTerm | FilterTerm;

/** A part that is not what it looks like. It is searched for as words, except one that waits for its value. */
export interface QueryProblem {
  readonly part: string;
  readonly reason: 'unknown-key' | 'bad-value' | 'no-value';
  readonly key: string;
}

export interface Query {
  /** All of them have to be true. */
  readonly terms: readonly QueryTerm[];
  readonly problems: readonly QueryProblem[];
}

export function isQueryKey(word: string): word is QueryKey {
  return queryKeys.some((key) => key === word);
}
