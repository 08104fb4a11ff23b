// What was asked for last, so that it comes first when it is looked for again. Kept while the window is open.
import { create } from 'zustand';
import type { GenerationId } from '#shared/domain/ids.ts';

export interface Recent {
  /** Ids of commands and places, the last one first. */
  readonly asked: readonly string[];
  /** Clips that were opened, the last one first. */
  readonly clips: readonly GenerationId[];
}

const mostKept = 5;

/** In front, once, and not too many. */
export function withLatest<T>(known: readonly T[], latest: T): readonly T[] {
  return [latest, ...known.filter((other) => other !== latest)].slice(0, mostKept);
}

/** Those that were asked for last come first; the others keep their order. */
export function recentFirst<T extends { readonly id: string }>(
  items: readonly T[],
  asked: readonly string[],
): readonly T[] {
  const rank = ({ id }: T) => {
    const at = asked.indexOf(id);
    return at === -1 ? asked.length : at;
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
}

export const useRecent = create<Recent>()(() => ({ asked: [], clips: [] }));

export const noteAsked = (id: string) =>
  useRecent.setState(({ asked }) => ({ asked: withLatest(asked, id) }));

export const noteOpened = (id: GenerationId) =>
  useRecent.setState(({ clips }) => ({ clips: withLatest(clips, id) }));
