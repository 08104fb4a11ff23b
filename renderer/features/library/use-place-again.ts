// Coming back to the grid finds it where it was left, with the focus on the clip that was looked at.
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

export interface PlaceAgainInput {
  readonly scroll: RefObject<HTMLElement | null>;
  /** The rows are laid out: there is something to scroll. */
  readonly isReady: boolean;
  readonly offset: number;
  /** Brings the current clip into sight, if it is not. */
  readonly show: () => void;
}

/** Returns a function that tells whether it is done: what scrolls before that was not the person. */
export function usePlaceAgain({ scroll, isReady, offset, show }: PlaceAgainInput): () => boolean {
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    const element = scroll.current;
    if (isPlaced.current || !isReady || !element) return;
    isPlaced.current = true;
    element.scrollTo({ top: offset });
    // A new filter keeps the focus where it is, in the search box for example.
    if (document.activeElement === document.body) show();
  });
  return useCallback(() => isPlaced.current, []);
}
