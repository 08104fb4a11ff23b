// The values of filters, between what is typed and what is meant: comparisons, calendar days, shapes. Pure.
import {
  type CalendarSpan,
  type Comparison,
  type DateKey,
  dayWords,
  type FilterTerm,
  isQueryKey,
  knownValues,
  listKeys,
  type ListKey,
  rangeKeys,
  type RangeKey,
} from './query-terms.ts';
import { highestRating } from '../clip-change.ts';

const isOneOf = <T extends string>(known: readonly T[], word: string): word is T =>
  known.some((candidate) => candidate === word);

/** `null` when these are no values of that key. */
export function readFilter(
  key: string,
  values: readonly string[],
  isNegated: boolean,
): FilterTerm | null {
  if (!isQueryKey(key) || values.length === 0) return null;
  if (isOneOf<ListKey>(listKeys, key)) {
    const read = values.map((value) => readListValue(key, value));
    const known = read.filter((value) => value !== null);
    const isWhole = known.length === values.length;
    return isWhole ? { kind: 'list', key, values: [...new Set(known)], isNegated } : null;
  }
  const [value = '', ...others] = values;
  if (others.length > 0) return null;
  if (isOneOf<RangeKey>(rangeKeys, key)) {
    const range = readComparison(key, value);
    return range && { kind: 'range', key, range, isNegated };
  }
  const span = readSpan(value);
  return span && { kind: 'date', key: key satisfies DateKey, span, isNegated };
}

const otherSpellings: Readonly<Record<string, string>> = {
  favorite: 'favourite',
  star: 'favourite',
  trash: 'trashed',
  cloud: 'in-cloud',
  bad: 'poor',
};

function readListValue(key: ListKey, value: string): string | null {
  if (value.trim() === '') return null;
  const small = value.toLowerCase();
  if (key === 'ratio') return readRatio(small);
  if (key === 'resolution') return /^(?:\d{3,4}p|[48]k)$/.test(small) ? small : null;
  const known = knownValues[key];
  if (known === undefined) return value;
  const word = key === 'is' ? (otherSpellings[small] ?? small) : small;
  return isOneOf(known, word) ? word : null;
}

/** `16:9`, also written `16x9` or `16/9`. */
function readRatio(value: string): string | null {
  const match = /^([1-9]\d?)[:x/]([1-9]\d?)$/.exec(value);
  return match ? `${match[1]}:${match[2]}` : null;
}

const numberPattern = String.raw`(\d{1,5}(?:\.\d{1,2})?)s?`;
const comparisonPattern = new RegExp(`^(>=|<=|>|<|=)?${numberPattern}$`);
const spanPattern = new RegExp(String.raw`^${numberPattern}\.\.${numberPattern}$`);

function readComparison(key: RangeKey, value: string): Comparison | null {
  if (key === 'rating' && value.toLowerCase() === 'none') return { type: '=', value: 0 };
  const isRight = (number: number) =>
    key !== 'rating' || (Number.isInteger(number) && number <= highestRating);
  const between = spanPattern.exec(value);
  if (between) {
    const [from, to] = [Number(between[1]), Number(between[2])];
    return from <= to && isRight(from) && isRight(to) ? { type: '..', from, to } : null;
  }
  const match = comparisonPattern.exec(value);
  if (!match || !isRight(Number(match[2]))) return null;
  const type = (match[1] ?? '=') as '=' | '>' | '>=' | '<' | '<=';
  return { type, value: Number(match[2]) };
}

function readSpan(value: string): CalendarSpan | null {
  const small = value.toLowerCase();
  if (isOneOf(dayWords, small)) return { type: 'word', word: small };
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < 1900) return null;
  if (match[2] === undefined) return { type: 'year', year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { type: 'month', year, month };
  const day = Number(match[3]);
  const isReal = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isReal ? { type: 'day', year, month, day } : null;
}

/** From the first moment of it up to the first after it, ms; by the calendar of this machine. */
export function momentsOf(span: CalendarSpan, nowMs: number): { fromMs: number; toMs: number } {
  const at = (year: number, month: number, day: number) => new Date(year, month, day).getTime();
  switch (span.type) {
    case 'year':
      return { fromMs: at(span.year, 0, 1), toMs: at(span.year + 1, 0, 1) };
    case 'month':
      return { fromMs: at(span.year, span.month - 1, 1), toMs: at(span.year, span.month, 1) };
    case 'day':
      return {
        fromMs: at(span.year, span.month - 1, span.day),
        toMs: at(span.year, span.month - 1, span.day + 1),
      };
    case 'word': {
      const now = new Date(nowMs);
      const back = span.word === 'today' ? 0 : 1;
      const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate() - back];
      return { fromMs: at(year, month, day), toMs: at(year, month, day + 1) };
    }
    default:
      return span satisfies never;
  }
}

/** Half of the last digit that is told: a clip of 5.04 s is one of 5 s, and is not longer than 5 s. */
function tolerance(value: number): number {
  if (Number.isInteger(value)) return 0.5;
  return Number.isInteger(value * 10) ? 0.05 : 0.005;
}

/** At least `from` and below `to`, in thousandths of what is told; `null` without a limit. */
export function limitsOf(range: Comparison): { from: number | null; to: number | null } {
  const low = (value: number) => Math.round((value - tolerance(value)) * 1000);
  const high = (value: number) => Math.round((value + tolerance(value)) * 1000);
  switch (range.type) {
    case '=':
      return { from: low(range.value), to: high(range.value) };
    case '>':
      return { from: high(range.value), to: null };
    case '>=':
      return { from: low(range.value), to: null };
    case '<':
      return { from: null, to: low(range.value) };
    case '<=':
      return { from: null, to: high(range.value) };
    case '..':
      return { from: low(range.from), to: high(range.to) };
    default:
      return range satisfies never;
  }
}
