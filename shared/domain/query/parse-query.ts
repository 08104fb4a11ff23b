// From what is typed into the search box to terms. Everything has a meaning: a part that is no filter is searched for as words,
// and a problem tells which part that is. Pure.
import { isQueryKey, type Query, type QueryProblem, type QueryTerm } from './query-terms.ts';
import { readFilter } from './query-values.ts';

const mostTerms = 32;

interface Reading {
  readonly text: string;
  at: number;
  readonly terms: QueryTerm[];
  readonly problems: QueryProblem[];
}

export function parseQuery(text: string): Query {
  const reading: Reading = { text, at: 0, terms: [], problems: [] };
  for (;;) {
    take(reading, /\s+/y);
    if (reading.at >= text.length || reading.terms.length >= mostTerms) break;
    readTerm(reading);
  }
  return { terms: reading.terms, problems: reading.problems };
}

/** Goes on past what the sticky pattern finds here. */
function take(reading: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  const match = pattern.exec(reading.text);
  if (match) reading.at += match[0].length;
  return match;
}

/** A quote within quotes is written twice. One that is never closed reaches to the end. */
function takeQuoted(reading: Reading): string | null {
  const match = take(reading, /"((?:[^"]|"")*)("?)/y);
  return match ? (match[1] ?? '').replaceAll('""', '"') : null;
}

function readTerm(reading: Reading): void {
  const isNegated = take(reading, /-(?=[^\s])/y) !== null;
  const phrase = takeQuoted(reading);
  if (phrase !== null) {
    if (phrase.trim() !== '') addText(reading, { text: phrase, isPhrase: true, isNegated });
    return;
  }
  const start = reading.at;
  const key = take(reading, /([a-z][a-z-]*):/iy)?.[1]?.toLowerCase();
  if (key !== undefined && isQueryKey(key)) {
    readKeyed(reading, key, start, isNegated);
    return;
  }
  reading.at = start;
  const word = take(reading, /[^\s"]+/y)?.[0] ?? '';
  if (word === '') return;
  const unknown = /^([a-z][a-z-]+):[^/]/i.exec(word)?.[1];
  if (unknown !== undefined) {
    reading.problems.push({ part: word, reason: 'unknown-key', key: unknown.toLowerCase() });
  }
  addText(reading, { text: word, isPhrase: false, isNegated });
}

function readKeyed(reading: Reading, key: string, start: number, isNegated: boolean): void {
  const values = readValues(reading);
  const part = reading.text.slice(start, reading.at);
  if (values.every((value) => value.trim() === '')) {
    reading.problems.push({ part, reason: 'no-value', key });
    return;
  }
  const term = readFilter(key, values, isNegated);
  if (term !== null) {
    reading.terms.push(term);
    return;
  }
  reading.problems.push({ part, reason: 'bad-value', key });
  const isPhrase = part.includes('"');
  addText(reading, {
    text: isPhrase ? `${key}:${values.join(',')}` : part,
    isPhrase,
    isNegated,
  });
}

/** `a,"b c",d`; a comma at the end waits for another value and is passed over. */
function readValues(reading: Reading): string[] {
  const values: string[] = [];
  do {
    const value = takeQuoted(reading) ?? take(reading, /[^\s",]*/y)?.[0] ?? '';
    if (value !== '') values.push(value);
  } while (take(reading, /,/y) !== null);
  return values;
}

function addText(
  { text, at, terms }: Reading,
  term: { readonly text: string; readonly isPhrase: boolean; readonly isNegated: boolean },
): void {
  const isOpen = !term.isPhrase && !term.isNegated && at >= text.length;
  terms.push({ kind: 'text', ...term, isOpen });
}
