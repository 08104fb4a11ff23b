// Which counts stand under which heading in the column of filters, and what each line says. Pure.
import type { StudioOutput } from '#shared/contract/studio.ts';
import { choose, type FacetKey, isChosen, keysChosen } from '#shared/domain/query/facets.ts';
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
  t: Translate,
): FacetLine[] {
  const search = searchOf(filter);
  return keys.flatMap((key) => {
    const values = counts.find((group) => group.key === key)?.values ?? [];
    return values.map(({ value, count }) => ({
      key,
      value,
      count,
      words: valueWords(key, value, t),
      isChosen: isChosen(search, key, value),
    }));
  });
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
