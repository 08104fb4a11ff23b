// When a control that has the focus gives way to another one, such as a button to a progress with Cancel, the focus goes along.
import { type RefObject, useEffect, useRef } from 'react';

/** `stage` changes whenever the controls inside the returned element do. */
export function useKeptFocus(stage: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(stage);
  useEffect(() => {
    if (shown.current === stage) return;
    shown.current = stage;
    // A control that is taken away leaves the focus with the page itself.
    if (document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>('button')?.focus();
  }, [stage]);
  return place;
}
