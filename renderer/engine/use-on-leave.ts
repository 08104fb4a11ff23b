// What has to be done when something is left, by whichever way: another screen, another thing, the window closed.
import { useEffect, useRef } from 'react';
import { whenPageEnds } from './keeper.ts';

/** Calls back with the last `onLeave` that was given. */
export function useOnLeave(onLeave: () => void): void {
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  useEffect(() => {
    const leave = () => latest.current();
    const stop = whenPageEnds(leave);
    return () => {
      stop();
      leave();
    };
  }, []);
}
