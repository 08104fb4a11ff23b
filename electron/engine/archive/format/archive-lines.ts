// Lines of JSON of unknown origin: cut out of blocks of bytes without ever holding more than one, and read without believing that they
// are short, shallow or text. What is wrong is one sentence that names the line.
import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { shownName } from './archive-path.ts';

/** Longer lines do not come from this app. Characters. */
const longestLine = 8 * 1024 * 1024;
/** Lines of ours are at most a few levels deep. */
const deepest = 64;

export interface LineSplitter {
  take(block: Buffer): void;
  /** Throws when the file does not end with a line break. */
  end(): void;
}

/** Throws `archive-damaged` at the first line that cannot be one; `onLine` counts from 1. */
export function createLineSplitter(
  path: string,
  onLine: (line: string, number: number) => void,
): LineSplitter {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  let count = 0;
  const decode = (block?: Buffer): string => {
    try {
      return block ? decoder.decode(block, { stream: true }) : decoder.decode();
    } catch {
      throw new AppError('archive-damaged', `${path}, line ${count + 1} is no UTF-8 text.`);
    }
  };
  const takeText = (text: string) => {
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      const line = rest + text.slice(start, end);
      rest = '';
      start = end + 1;
      count += 1;
      onLine(line, count);
    }
    rest += text.slice(start);
    if (rest.length > longestLine) {
      throw new AppError('archive-damaged', `${path}, line ${count + 1} is too long.`);
    }
  };
  return {
    take: (block) => takeText(decode(block)),
    end: () => {
      takeText(decode());
      if (rest !== '') {
        throw new AppError('archive-damaged', `${path} does not end with a line break.`);
      }
    },
  };
}

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  /** The end of a sentence: "… is no JSON." */
  | { readonly ok: false; readonly problem: string };

/** Parses what may be hostile: nothing is built from text that nests deeper than any of ours. */
export function readJson(text: string): ReadJson {
  // a million of these are not to cost a million errors
  if (text === '') return { ok: false, problem: 'is no JSON.' };
  if (isTooDeep(text)) return { ok: false, problem: 'nests deeper than it can.' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'is no JSON.' };
  }
  if (!text.isWellFormed() || (/\\u[dD][89a-fA-F]/.test(text) && !isText(value))) {
    return { ok: false, problem: 'has text that is not Unicode.' };
  }
  return { ok: true, value };
}

/** Counts brackets outside of strings. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) isInString = false;
    } else if (code === 0x22) isInString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

/** Half letters would be stored as something else, and the same archive would never be found to be here already. */
function isText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, item]) => name.isWellFormed() && isText(item));
}

/** Which field a schema complains of, in a few words. */
export function fieldOf(error: z.ZodError | undefined): string {
  const issue = error?.issues[0];
  if (issue?.code === 'unrecognized_keys') return `${shownName(issue.keys[0] ?? '')} is unknown`;
  const path = issue?.path.join('.') ?? '';
  if (path === '') return 'its form';
  return /^[\w.-]{1,80}$/.test(path) ? path : shownName(path);
}
