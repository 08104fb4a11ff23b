// A value as it was when a person stopped typing for a moment.
import { useEffect, useState } from 'react';

/** After a pause this short a person is still typing. */
const pauseMs = 120;

export function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
