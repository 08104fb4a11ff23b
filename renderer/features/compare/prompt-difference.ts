// Where a prompt differs from the others: what all of them have in common, and what is a prompt's own. Pure.

export interface PromptPiece {
  readonly text: string;
  readonly isOwn: boolean;
}

/** Words with what follows them, so that the pieces joined are the text. */
const tokensOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** The same word is the same whatever comes after it. */
const wordOf = (token: string) =>
  token
    .trim()
    .replace(/[.,;:!?]+$/u, '')
    .toLowerCase();

/** Longer prompts are compared word by word without regard to order: the table of the exact way would be too large. */
const longestExact = 600;

/** One list of pieces per prompt. Nothing is anybody's own where all are the same. */
export function promptPieces(prompts: readonly string[]): readonly (readonly PromptPiece[])[] {
  const all = prompts.map(tokensOf);
  return all.map((tokens, index) => {
    const shared = tokens.map(() => true);
    for (const [other, words] of all.entries()) {
      if (other === index) continue;
      const common = commonTo(tokens, words);
      for (const at of shared.keys()) shared[at] = (shared[at] ?? false) && common.has(at);
    }
    return joined(tokens.map((text, at) => ({ text, isOwn: shared[at] === false })));
  });
}

/** Places in `tokens` that belong to the longest run of words, in order, that both have. */
function commonTo(tokens: readonly string[], others: readonly string[]): ReadonlySet<number> {
  const mine = tokens.map(wordOf);
  const theirs = others.map(wordOf);
  if (Math.max(mine.length, theirs.length) > longestExact) {
    const known = new Set(theirs);
    return new Set(mine.flatMap((word, at) => (known.has(word) ? [at] : [])));
  }
  const width = theirs.length + 1;
  const lengths = new Uint16Array((mine.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = mine.length - 1; row >= 0; row -= 1) {
    for (let column = theirs.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        mine[row] === theirs[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const common = new Set<number>();
  for (let row = 0, column = 0; row < mine.length && column < theirs.length;) {
    if (mine[row] === theirs[column]) {
      common.add(row);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}

function joined(pieces: readonly PromptPiece[]): PromptPiece[] {
  const result: PromptPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.isOwn === piece.isOwn) {
      result[result.length - 1] = { text: last.text + piece.text, isOwn: last.isOwn };
    } else result.push(piece);
  }
  return result;
}
