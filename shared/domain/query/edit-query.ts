// Changes of a search that are made without typing: a filter is ticked, taken off, put in place of another. Pure, from words to words.
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import type { FilterTerm, ListKey, QueryKey, QueryTerm } from './query-terms.ts';

/** Characters of a search, with all its filters. */
export const longestSearch = 1000;

export function filtersOf(search: string): readonly FilterTerm[] {
  return parseQuery(search).terms.filter((term) => term.kind !== 'text');
}

/** What is left is finished, whatever it was before. */
function print(terms: readonly QueryTerm[]): string {
  return printQuery(
    terms.map((term) => (term.kind === 'text' ? { ...term, isOpen: false } : term)),
  );
}

export function hasValue(search: string, key: ListKey, value: string): boolean {
  return valuesOf(search, key).includes(value);
}

export function valuesOf(search: string, key: ListKey): readonly string[] {
  return parseQuery(search).terms.flatMap((term) =>
    term.kind === 'list' && term.key === key && !term.isNegated ? term.values : [],
  );
}

/** Adds the value to those of its key, or takes it off. */
export function toggleValue(search: string, key: ListKey, value: string): string {
  const before = valuesOf(search, key);
  const values = before.includes(value)
    ? before.filter((known) => known !== value)
    : [...before, value];
  const rest = parseQuery(search).terms.filter(
    (term) => term.kind !== 'list' || term.key !== key || term.isNegated,
  );
  const added: QueryTerm = { kind: 'list', key, values, isNegated: false };
  return print(values.length === 0 ? rest : [...rest, added]);
}

/** In place of all that the key said before. */
export function replaceFilter(search: string, key: QueryKey, term: FilterTerm | null): string {
  const rest = parseQuery(search).terms.filter(
    (other) => other.kind === 'text' || other.key !== key,
  );
  return print(term === null ? rest : [...rest, term]);
}

/** By its place among the filters. */
export function withoutFilter(search: string, index: number): string {
  const { terms } = parseQuery(search);
  const gone = terms.filter((term) => term.kind !== 'text')[index];
  return print(terms.filter((term) => term !== gone));
}

export function withoutFilters(search: string): string {
  return print(parseQuery(search).terms.filter((term) => term.kind === 'text'));
}

export function withoutWords(search: string): string {
  return print(filtersOf(search));
}
