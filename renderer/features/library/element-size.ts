// The size of an element, followed: its width for drawing, its height to be read without a layout. Both 0 until they are known.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface ElementSize {
  readonly width: number;
  /** Without the scroll bar. */
  readonly height: RefObject<number>;
}

export function useElementSize(element: RefObject<HTMLElement | null>): ElementSize {
  const [width, setWidth] = useState(0);
  const height = useRef(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const observer = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect;
      height.current = target.clientHeight; // there is a layout at this moment
      // Told between layout and paint: what depends on it is drawn in this frame and not in the next one.
      if (box) flushSync(() => setWidth(Math.floor(box.width)));
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return { width, height };
}
