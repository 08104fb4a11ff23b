// The present moment for every row at once: one timer for the whole list, so that all figures change together.
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const NowContext = createContext<number | null>(null);

export interface NowProviderProps {
  /** Moves on once a second; without it, time stands still and costs nothing. */
  readonly isTicking: boolean;
  readonly children: ReactNode;
}

export function NowProvider({ isTicking, children }: NowProviderProps) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (!isTicking) return undefined;
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return <NowContext value={nowMs}>{children}</NowContext>;
}

export function useNowMs(): number {
  const nowMs = useContext(NowContext);
  if (nowMs === null) throw new Error('useNowMs needs a NowProvider around it');
  return nowMs;
}
