// Keeps the focus of the keyboard on the current clip although its card comes and goes with scrolling.
import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Returns a function that asks for the focus to be put on a clip as soon as its card is there. */
export function useGridFocus(grid: RefObject<HTMLElement | null>): (id: string) => void {
  const wanted = useRef<string | null>(null);
  const tryNow = useCallback(() => {
    if (wanted.current === null) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-clip="${wanted.current}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus({ preventScroll: true });
  }, [grid]);
  // After every drawing: the card may have come with this one.
  useEffect(tryNow);
  return useCallback(
    (id) => {
      wanted.current = id;
      tryNow();
    },
    [tryNow],
  );
}
