// Coming back to the grid finds it where it was left, with the focus on the clip that was looked at.
import { useCallback, useLayoutEffect, useRef } from 'react';

export interface PlaceAgainInput {
  /** What is shown; something else begins at its own place. */
  readonly place: string;
  /** Among the rows, px. */
  readonly scrollTo: (offset: number) => void;
  /** The rows are laid out: there is something to scroll. */
  readonly isReady: boolean;
  readonly offset: number;
  /** Brings the current clip into sight, if it is not. */
  readonly show: () => void;
}

/** Returns a function that tells whether it is done: what scrolls before that was not the person. */
export function usePlaceAgain(input: PlaceAgainInput): () => boolean {
  const { place, scrollTo, isReady, offset, show } = input;
  const placed = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (placed.current === place || !isReady) return;
    placed.current = place;
    scrollTo(offset);
    // A new filter keeps the focus where it is, in the search box for example.
    if (document.activeElement === document.body) show();
  });
  return useCallback(() => placed.current !== null, []);
}
