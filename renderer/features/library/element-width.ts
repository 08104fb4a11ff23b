// The width of an element, followed. 0 until it is known.
import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export function useElementWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const observer = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect;
      // Told between layout and paint: what depends on it is drawn in this frame and not in the next one.
      if (box) flushSync(() => setWidth(Math.floor(box.width)));
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
