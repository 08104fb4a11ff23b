// From terms back to words that are read as the same terms. Pure.
import type { CalendarSpan, Comparison, FilterTerm, QueryTerm } from './query-terms.ts';

export function printQuery(terms: readonly QueryTerm[]): string {
  const text = terms.map(printTerm).join(' ');
  const last = terms.at(-1);
  // Without a space at the end the last word would be taken for an unfinished one.
  const isFinished = last?.kind === 'text' && !last.isPhrase && !last.isNegated && !last.isOpen;
  return isFinished ? `${text} ` : text;
}

function printTerm(term: QueryTerm): string {
  const sign = term.isNegated ? '-' : '';
  if (term.kind === 'text') return sign + (term.isPhrase ? quote(term.text) : term.text);
  return `${sign}${term.key}:${printValue(term)}`;
}

/** Without its key and its sign. */
export function printValue(term: FilterTerm): string {
  switch (term.kind) {
    case 'list':
      return term.values.map(printWord).join(',');
    case 'range':
      return printComparison(term.range);
    case 'date':
      return printSpan(term.span);
    default:
      return term satisfies never;
  }
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

export function printWord(value: string): string {
  return /[\s",]/u.test(value) ? quote(value) : value;
}

function printComparison(range: Comparison): string {
  if (range.type === '..') return `${range.from}..${range.to}`;
  return `${range.type === '=' ? '' : range.type}${range.value}`;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

function printSpan(span: CalendarSpan): string {
  switch (span.type) {
    case 'year':
      return String(span.year);
    case 'month':
      return `${span.year}-${twoDigits(span.month)}`;
    case 'day':
      return `${span.year}-${twoDigits(span.month)}-${twoDigits(span.day)}`;
    case 'word':
      return span.word;
    default:
      return span satisfies never;
  }
}
