// Which counts stand under which heading in the column of filters, and what each line says. Pure.
import type { StudioOutput } from '#shared/contract/studio.ts';
import { choose, chosenIn, type FacetKey, keysChosen } from '#shared/domain/query/facets.ts';
import { readFilter } from '#shared/domain/query/query-values.ts';
import { type LibraryFilter, searchOf } from '../../clip/library-view.ts';
import type { Translate } from '../../i18n/translate.ts';
import { filterWords, resolutionWords } from './filter-words.ts';

export type FacetCounts = StudioOutput<'library.facets'>['groups'];

export const facetGroups = [
  { name: 'model', keys: ['model'] },
  { name: 'resolution', keys: ['resolution'] },
  { name: 'made', keys: ['on'] },
  { name: 'rating', keys: ['is', 'rating'] },
  { name: 'length', keys: ['duration'] },
  { name: 'shape', keys: ['ratio'] },
  { name: 'label', keys: ['label'] },
  { name: 'tags', keys: ['tag'] },
] as const satisfies readonly { readonly name: string; readonly keys: readonly FacetKey[] }[];

export type FacetGroupName = (typeof facetGroups)[number]['name'];

export interface FacetLine {
  readonly key: FacetKey;
  readonly value: string;
  readonly words: string;
  readonly count: number;
  readonly isChosen: boolean;
}

/** What is chosen is there even when nothing is left of it. */
export function linesOf(
  keys: readonly FacetKey[],
  counts: FacetCounts,
  filter: Pick<LibraryFilter, 'filters' | 'search'>,
  wordsOf: ValueWords,
): FacetLine[] {
  const isChosen = chosenIn(searchOf(filter));
  return keys.flatMap((key) => {
    const values = counts.find((group) => group.key === key)?.values ?? [];
    return values.map(({ value, count }) => ({
      key,
      value,
      count,
      words: wordsOf(key, value),
      isChosen: isChosen(key, value),
    }));
  });
}

/** What says the same is not drawn again. */
export function isSameLine(one: FacetLine, other: FacetLine | undefined): boolean {
  return (
    other !== undefined &&
    one.key === other.key &&
    one.value === other.value &&
    one.words === other.words &&
    one.count === other.count &&
    one.isChosen === other.isChosen
  );
}

export function isSameLines(one: readonly FacetLine[], other: readonly FacetLine[]): boolean {
  return one.length === other.length && one.every((line, index) => isSameLine(line, other[index]));
}

export type ValueWords = (key: FacetKey, value: string) => string;

/** The same values come with every search: each is put into words once. */
export function createValueWords(t: Translate): ValueWords {
  const known = new Map<string, string>();
  return (key, value) => {
    const name = `${key}:${value}`;
    const words = known.get(name) ?? valueWords(key, value, t);
    known.set(name, words);
    return words;
  };
}

function valueWords(key: FacetKey, value: string, t: Translate): string {
  if (key === 'tag' || key === 'model') return value;
  if (key === 'resolution') return resolutionWords(value);
  if (key === 'label') return t(`organise:labels.${value as 'red'}`);
  const term = readFilter(key, [value], false);
  return term === null ? value : filterWords(term, t);
}

/** Changed where its key was said: among what is typed, or among what is chosen. */
export function toggleFacet(
  { filters, search }: Pick<LibraryFilter, 'filters' | 'search'>,
  key: FacetKey,
  value: string,
): Partial<LibraryFilter> {
  return keysChosen(search).includes(key)
    ? { search: choose(search, key, value) }
    : { filters: choose(filters, key, value) };
}
