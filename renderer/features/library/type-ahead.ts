// Typing letters in the grid goes to the next clip whose title starts with them. Pure.

/** Letters that follow each other within this time are one word. */
export const typeAheadPauseMs = 700;

export interface Titles {
  readonly ids: readonly string[];
  /** `null` where it is not known. */
  readonly titleOf: (id: string) => string | null;
}

/** The index of the next title that starts with `typed`, from the one after `from` on and around; -1 when there is none. */
export function findByTitle({ ids, titleOf }: Titles, typed: string, from: number): number {
  const wanted = typed.toLocaleLowerCase();
  if (wanted === '') return -1;
  // A longer word may still be the one that has the focus; a first letter goes on to the next.
  const start = wanted.length > 1 ? from : from + 1;
  for (let step = 0; step < ids.length; step += 1) {
    const index = (Math.max(0, start) + step) % ids.length;
    const title = titleOf(ids[index] ?? '');
    if (title?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
