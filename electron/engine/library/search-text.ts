// How text gets into the search index and how a search becomes a question to it. Pure.
// Scripts without spaces (Chinese, Japanese, Korean, Thai, …) are indexed character by character and asked for as phrases, so
// one character is enough to search and no dictionary is needed. Pictographs become words of their own.
import type { TextTerm } from '#shared/domain/query/query-terms.ts';

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/gu;
const pictograph = /\p{Extended_Pictographic}/gu;
const token = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const maxTerms = 32;

/** Of private use, and a letter to the index. Only tags have it there. */
const tagMark = '\u{E000}';

/** A tag as a word of the index. */
export function signOfTag(id: number): string {
  return `${tagMark}${id}`;
}

/** The form in which text is indexed. */
export function segmentText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(tagMark, ' ')
    .replace(pictograph, (sign) => ` emoji${sign.codePointAt(0)?.toString(16)} `)
    .replace(unspaced, ' $& ');
}

/**
 * An FTS5 expression for what someone typed, or `null` when there is nothing to look for. Words are all required, in any
 * order; "quoted words" stand together; the last word may be unfinished.
 */
export function compileSearch(query: string): string | null {
  const parts = query.match(/"[^"]*"?|[^\s"]+/gu) ?? [];
  const phrases = parts
    .map((part) => ({ isQuoted: part.startsWith('"'), tokens: tokensOf(part) }))
    .filter(({ tokens }) => tokens.length > 0)
    .slice(0, maxTerms);
  if (phrases.length === 0) return null;
  const endsOpen = !/[\s"]$/u.test(query);
  return phrases
    .map(({ isQuoted, tokens }, index) => {
      const isLast = index === phrases.length - 1;
      const phrase = `"${tokens.join(' ')}"`;
      return isLast && endsOpen && !isQuoted && canGrow(tokens.at(-1) ?? '')
        ? `${phrase} *`
        : phrase;
    })
    .join(' ');
}

function tokensOf(part: string): string[] {
  return (segmentText(part).match(token) ?? []).slice(0, maxTerms);
}

/** A character of an unspaced script is whole as it stands. */
function canGrow(last: string): boolean {
  return last.replace(unspaced, '') !== '';
}

export interface WordQuestion {
  /** What has to be found; `null` when nothing is looked for. */
  readonly match: string | null;
  /** What must not be found, where nothing is looked for. */
  readonly excluded: string | null;
}

/** What the index knows about words. */
export interface KnownWords {
  /** The tags with such words in their names: a clip that has one of them is found as well. */
  readonly tagsNamed: (phrase: string) => readonly number[];
  /** All words that begin so, or `null` where they are too many to ask for. */
  readonly beginningWith: (beginning: string) => readonly string[] | null;
}

/** The words and phrases of a query as questions to the index. */
export function compileTexts(terms: readonly TextTerm[], known: KnownWords): WordQuestion {
  const phrases = terms.flatMap(({ text, isNegated, isOpen }) => {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return [];
    return [{ isNegated, phrase: phraseOf(tokens, isOpen, known) }];
  });
  const wanted = phrases.filter(({ isNegated }) => !isNegated).map(({ phrase }) => phrase);
  const unwanted = phrases.filter(({ isNegated }) => isNegated).map(({ phrase }) => phrase);
  const excluded = unwanted.length === 0 ? null : unwanted.join(' OR ');
  if (wanted.length === 0) return { match: null, excluded };
  const match = wanted.join(' AND ');
  return { match: excluded === null ? match : `(${match}) NOT (${excluded})`, excluded: null };
}

function phraseOf(tokens: readonly string[], isOpen: boolean, known: KnownWords): string {
  const last = tokens.at(-1) ?? '';
  const whole = inQuotes(tokens);
  const isBeginning = isOpen && canGrow(last);
  const typed = isBeginning ? `${whole} *` : whole;
  const words = isBeginning ? known.beginningWith(last) : null;
  const spelled = words?.map((word) => inQuotes([...tokens.slice(0, -1), word])) ?? [];
  const signs = known.tagsNamed(typed).map((id) => inQuotes([signOfTag(id)]));
  const asked = [...(spelled.length > 0 ? spelled : [typed]), ...signs];
  return asked.length === 1 ? asked.join('') : `(${asked.join(' OR ')})`;
}

const inQuotes = (tokens: readonly string[]) => `"${tokens.join(' ')}"`;

/** But for one letter, ǡ, whose two the index leaves. */
const accents = /(?<=[a-z])(?!\u0307\u0304)[\u0300-\u036F]+/gu;
const plainWord = /^[0-9a-zа-я]+$/u;

/** A word of `segmentText` as the index writes it, or `null` where only the index knows how: marks that stand alone part words. */
export function foldWord(word: string): string | null {
  if (/\p{M}/u.test(word)) return null;
  const folded = word.toLowerCase().normalize('NFD').replace(accents, '').normalize('NFC');
  return plainWord.test(folded) ? folded : null;
}
