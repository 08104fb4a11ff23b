// What the search box offers while a filter is being typed. Pure: from the place of the caret and what the library holds.
import { type FacetKey, facetKeys } from '#shared/domain/query/facets.ts';
import { type Completion, keysLike } from '#shared/domain/query/query-completion.ts';
import {
  dayWords,
  isQueryKey,
  knownValues,
  type ListKey,
  type QueryKey,
} from '#shared/domain/query/query-terms.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { FacetCounts } from './facet-groups.ts';

export interface Suggestion {
  /** What is put into the box. */
  readonly choice: string;
  readonly words: string;
  /** Faint, at the right. */
  readonly note: string;
}

/** What the library holds. */
export interface HeldValues {
  readonly counts: FacetCounts;
  readonly collections: readonly { readonly name: string; readonly count: number }[];
}

const mostSuggestions = 10;

const fixedValues: Readonly<Partial<Record<QueryKey, readonly string[]>>> = {
  duration: ['>5', '<=5', '6..10', '>10'],
  rating: ['5', '>=4', '>=3', 'none'],
};

export function suggestionsFor(
  completion: Completion,
  held: HeldValues,
  t: Translate,
): readonly Suggestion[] {
  const { kind, key, typed } = completion;
  if (kind === 'key') {
    return keysLike(typed).map((choice) => ({
      choice,
      words: `${choice}:`,
      note: t(`find:keys.${choice}`),
    }));
  }
  if (key === null) return [];
  const known = valuesOf(key, held);
  const matching = known.filter(({ value }) => value.toLowerCase().includes(typed));
  // what is written out already needs no help
  if (matching.length === 1 && matching[0]?.value.toLowerCase() === typed) return [];
  return matching
    .slice(0, mostSuggestions)
    .map(({ value, count }) => ({ choice: value, words: value, note: count }));
}

interface KnownValue {
  readonly value: string;
  readonly count: string;
}

function valuesOf(key: QueryKey, { counts, collections }: HeldValues): KnownValue[] {
  if (key === 'collection') {
    return collections.map(({ name, count }) => ({ value: name, count: String(count) }));
  }
  const countedKey = key === 'before' || key === 'after' ? 'on' : key;
  const group = counts.find((candidate) => candidate.key === countedKey)?.values ?? [];
  const countOf = (value: string) => {
    const found = group.find((entry) => entry.value === value);
    return found ? formatCount(found.count) : '';
  };
  const fixed = isDate(key) ? dayWords : (fixedValues[key] ?? knownValues[key as ListKey]);
  const values = new Set<string>(fixed);
  if (isCounted(countedKey) && (fixed === undefined || isDate(key))) {
    for (const { value } of group) values.add(value);
  }
  return [...values].map((value) => ({ value, count: countOf(value) }));
}

const isCounted = (key: QueryKey): boolean => facetKeys.some((known: FacetKey) => known === key);

function isDate(key: QueryKey): boolean {
  return key === 'before' || key === 'after' || key === 'on';
}

export function keyOfPart(part: string): QueryKey | null {
  const key = part.replace(/^-/, '').split(':')[0] ?? '';
  return isQueryKey(key) ? key : null;
}
