// Time as something that is passed in. Must not be read from anywhere else in the engine.
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with `cancelled` as soon as the signal is aborted. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
  /** Calls back once. Returns a function that forgets it. */
  later(delayMs: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (delayMs, signal) => {
    try {
      await delay(delayMs, undefined, signal ? { signal } : {});
    } catch {
      throw new AppError('cancelled', 'Cancelled');
    }
  },
  later: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

export function isoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}

export function isoTimeOrNull(atMs: number | null): string | null {
  return atMs === null ? null : isoTime(atMs);
}
