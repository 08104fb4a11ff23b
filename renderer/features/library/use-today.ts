// The day it is, as a moment of it; changes at midnight while the window is open.
import { useSyncExternalStore } from 'react';
import { localDay, noonOf } from '../../clip/local-day.ts';

const everyMs = 60_000;

export function useToday(): string {
  return useSyncExternalStore(everyMinute, today);
}

function today(): string {
  return noonOf(localDay(new Date().toISOString()));
}

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, everyMs);
  return () => clearInterval(timer);
}
