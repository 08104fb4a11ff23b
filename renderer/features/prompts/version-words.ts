// What is different between two wordings, as one short sentence. Pure.
import type { Translate } from '../../i18n/translate.ts';

interface Wording {
  readonly text: string;
}

const longest = 48;

/** `before` is the wording that this one replaced; none for the first. */
export function wordsChanged(t: Translate, now: Wording, before: Wording | undefined): string {
  if (!before) return t('prompts:firstVersion');
  if (now.text === before.text) return t('prompts:valuesChanged');
  const { added, removed } = difference(before.text, now.text);
  if (removed === '') return t('prompts:wordsAdded', { added: short(added) });
  if (added === '') return t('prompts:wordsRemoved', { removed: short(removed) });
  return t('prompts:wordsBecame', { removed: short(removed), added: short(added) });
}

/** What is between the words that both begin with and those that both end with. */
export function difference(before: string, now: string): { added: string; removed: string } {
  const old = before.split(/\s+/).filter(Boolean);
  const young = now.split(/\s+/).filter(Boolean);
  let start = 0;
  while (start < Math.min(old.length, young.length) && old[start] === young[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, young.length) - start;
  while (end < most && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  const middle = (words: readonly string[]) => words.slice(start, words.length - end).join(' ');
  return { added: middle(young), removed: middle(old) };
}

function short(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1).trim()}…`;
}
