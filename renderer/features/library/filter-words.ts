// What a filter of the search says, in the words of a chip or of a line with a tick. Pure.
import type {
  CalendarSpan,
  Comparison,
  FilterTerm,
  ListTerm,
} from '#shared/domain/query/query-terms.ts';
import { isLabel } from '#shared/domain/clip-change.ts';
import { formatDate, formatMonth } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';

export function filterWords(term: FilterTerm, t: Translate): string {
  const words = plainWords(term, t);
  return term.isNegated ? t('find:not', { words }) : words;
}

function plainWords(term: FilterTerm, t: Translate): string {
  switch (term.kind) {
    case 'list':
      return listWords(term, t);
    case 'range':
      return term.key === 'rating' ? ratingWords(term.range, t) : lengthWords(term.range, t);
    case 'date': {
      const date = spanWords(term.span, t);
      if (term.key === 'on') return date;
      return t(term.key === 'before' ? 'find:before' : 'find:since', { date });
    }
    default:
      return term satisfies never;
  }
}

const join = (words: readonly string[]) => words.join(', ');

function listWords({ key, values }: ListTerm, t: Translate): string {
  switch (key) {
    case 'model':
    case 'ratio':
      return join(values);
    case 'resolution':
      return join(values.map(resolutionWords));
    case 'collection':
      return t('find:inCollection', { names: join(values) });
    case 'tag':
      return t('find:tagged', { names: join(values) });
    case 'label':
      return labelWords(values, t);
    case 'is':
      return join(values.map((value) => t(`find:is.${value as 'favourite'}`)));
    case 'has':
      return join(values.map((value) => t(`find:has.${value as 'title'}`)));
    case 'made-with':
      return join(values.map((value) => t(`find:madeWith.${value as 'image'}`)));
    default:
      return key satisfies never;
  }
}

function labelWords(values: readonly string[], t: Translate): string {
  const known = values.filter(isLabel).map((label) => t(`organise:labels.${label}`));
  const parts = [
    ...(known.length > 0 ? [t('find:labelled', { names: join(known) })] : []),
    ...(known.length < values.length ? [t('find:unlabelled')] : []),
  ];
  return join(parts);
}

export function resolutionWords(name: string): string {
  return name.replace('k', 'K');
}

function ratingWords(range: Comparison, t: Translate): string {
  if (range.type === '..') return t('find:betweenStars', { from: range.from, to: range.to });
  const count = range.value;
  switch (range.type) {
    case '=':
      return count === 0 ? t('find:notRated') : t('organise:stars', { count });
    case '>':
      return t('find:overStars', { count });
    case '>=':
      return t('find:atLeastStars', { count });
    case '<':
      return t('find:underStars', { count });
    case '<=':
      return t('find:upToStars', { count });
    default:
      return range satisfies never;
  }
}

function lengthWords(range: Comparison, t: Translate): string {
  if (range.type === '..') return t('find:between', { from: range.from, to: range.to });
  const value = t('find:seconds', { count: range.value });
  switch (range.type) {
    case '=':
      return value;
    case '>':
      return t('find:over', { value });
    case '>=':
      return t('find:atLeast', { value });
    case '<':
      return t('find:under', { value });
    case '<=':
      return t('find:upTo', { value });
    default:
      return range satisfies never;
  }
}

function spanWords(span: CalendarSpan, t: Translate): string {
  switch (span.type) {
    case 'year':
      return String(span.year);
    case 'month':
      return formatMonth(new Date(span.year, span.month - 1, 1));
    case 'day':
      return formatDate(new Date(span.year, span.month - 1, span.day));
    case 'word':
      return t(`find:${span.word}`);
    default:
      return span satisfies never;
  }
}
