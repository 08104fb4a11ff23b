// Finds what was typed in names: every word of it has to begin a word, in any order. Pure.

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}

/** Whether all words are found, in the name or in the other words for it. */
export function matches(query: string, name: string, more = ''): boolean {
  const known = [...wordsOf(name), ...wordsOf(more)];
  return wordsOf(query).every((word) => known.some((other) => other.startsWith(word)));
}

/** The text in pieces, so that what was typed can be drawn stronger. Joined they are the text. */
export function piecesOf(text: string, query: string): readonly Piece[] {
  const wanted = wordsOf(query);
  const pieces: Piece[] = [];
  const add = (part: string, isMatch: boolean) => {
    const last = pieces.at(-1);
    if (part === '') return;
    if (last && last.isMatch === isMatch)
      pieces[pieces.length - 1] = { text: last.text + part, isMatch };
    else pieces.push({ text: part, isMatch });
  };
  for (const part of text.split(/([\p{Letter}\p{Number}\p{Mark}]+)/u)) {
    const word = fold(part);
    const found = wanted.find((start) => word.startsWith(start));
    // only where folding keeps the letters apart is it clear which of them were typed
    const length = found !== undefined && word.length === part.length ? found.length : 0;
    const whole = found !== undefined && length === 0 ? part.length : length;
    add(part.slice(0, whole), true);
    add(part.slice(whole), false);
  }
  return pieces;
}

const before = 12;

/** The place of a longer text where the first word was found, with dots where something is left out. */
export function snippetOf(text: string, query: string, longest = 64): string {
  const line = text.replace(/\s+/g, ' ').trim();
  let at = 0;
  for (const { text: piece, isMatch } of piecesOf(line, query)) {
    if (isMatch) break;
    at += piece.length;
  }
  if (at >= line.length) at = 0;
  const start = at <= before ? 0 : line.indexOf(' ', at - before) + 1;
  const end = Math.min(line.length, start + longest);
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
