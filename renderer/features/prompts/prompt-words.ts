// The first words of a prompt as its heading, and what follows. Pure.

export interface PromptWords {
  readonly head: string;
  readonly rest: string;
}

/** The first clause when it is short; else the whole, which is cut by the width there is. */
const longestHead = 48;

export function firstWords(text: string): PromptWords {
  const flat = text.replace(/\s+/g, ' ').trim();
  const end = flat.search(/[,.;:!?。，；：]\s?/);
  if (end > 0 && end <= longestHead) {
    return { head: flat.slice(0, end), rest: flat.slice(end + 1).trim() };
  }
  if (flat.length <= longestHead) return { head: flat, rest: '' };
  const cut = flat.lastIndexOf(' ', longestHead);
  const at = cut > longestHead / 2 ? cut : longestHead;
  return { head: flat.slice(0, at), rest: flat.slice(at).trim() };
}

/** The first words as a heading by itself: with an ellipsis where a clause is cut. */
export function headingWords(text: string): string {
  const { head, rest } = firstWords(text);
  const isCut = rest !== '' && text.replace(/\s+/g, ' ').trim().at(head.length) === ' ';
  return isCut ? `${head}…` : head;
}
