// What could be meant by the part of a search that is being typed. Pure: from the text and the place of the caret.
import { printWord } from './print-query.ts';
import { isQueryKey, type QueryKey, queryKeys } from './query-terms.ts';

export interface Completion {
  readonly kind: 'key' | 'value';
  /** Of a value. */
  readonly key: QueryKey | null;
  /** What was typed of it, in small letters. */
  readonly typed: string;
  /** What is replaced, from here to the caret. */
  readonly from: number;
  readonly to: number;
}

/** `null` within quoted words and where nothing is begun. */
export function completionAt(text: string, caret: number): Completion | null {
  const before = text.slice(0, caret);
  const start = startOfPart(before);
  const part = before.slice(start);
  const sign = part.startsWith('-') ? 1 : 0;
  const match = /^([a-z][a-z-]*):(.*)$/isu.exec(part.slice(sign));
  if (match) {
    const key = (match[1] ?? '').toLowerCase();
    const value = match[2] ?? '';
    if (!isQueryKey(key)) return null;
    const last = startOfLastValue(value);
    const from = caret - value.length + last;
    const typed = value.slice(last).replaceAll('"', '').toLowerCase();
    return { kind: 'value', key, typed, from, to: caret };
  }
  const typed = part.slice(sign).toLowerCase();
  if (!/^[a-z-]*$/.test(typed)) return null;
  return { kind: 'key', key: null, typed, from: start + sign, to: caret };
}

function startOfPart(before: string): number {
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < before.length; at += 1) {
    if (before[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /\s/u.test(before[at] ?? '')) start = at + 1;
  }
  return start;
}

function startOfLastValue(value: string): number {
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && value[at] === ',') start = at + 1;
  }
  return start;
}

export function keysLike(typed: string): readonly QueryKey[] {
  return queryKeys.filter((key) => key.startsWith(typed));
}

/** The text with the choice in place of what was typed, and where the caret stands then. */
export function complete(
  text: string,
  { kind, from, to }: Completion,
  choice: string,
): { readonly text: string; readonly caret: number } {
  const inserted = kind === 'key' ? `${choice}:` : `${printWord(choice)} `;
  const rest = text.slice(to);
  const after = kind === 'value' ? rest.replace(/^\s/u, '') : rest;
  return { text: text.slice(0, from) + inserted + after, caret: from + inserted.length };
}
