// Backwards by seeking, as fast as the file allows: browsers cannot play that way.
import { type RefObject, useEffect, useRef } from 'react';

/** `rate` below 0 runs; anything else does nothing. `onStart` is called at the start of the clip. */
export function useReverse(
  video: RefObject<HTMLVideoElement | null>,
  rate: number,
  onStart: () => void,
): void {
  const atStart = useRef(onStart);
  useEffect(() => {
    atStart.current = onStart;
  });
  useEffect(() => {
    const element = video.current;
    if (!element || rate >= 0) return undefined;
    const startedAt = performance.now();
    const from = element.currentTime;
    let frame = 0;
    const follow = (now: number) => {
      const wanted = from + (rate * (now - startedAt)) / 1000;
      if (wanted <= 0) {
        element.currentTime = 0;
        atStart.current();
        return;
      }
      if (!element.seeking) element.currentTime = wanted;
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [video, rate]);
}
