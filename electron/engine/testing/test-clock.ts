// A clock for tests: runs a good deal faster than real time, jumps when it is told to, and can be switched off like a crashed
// process. Timers keep their own pace when the clock jumps, as those of the system do.
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';

export interface TestClock extends Clock {
  /** Sets the clock forward, or back. */
  jump(byMs: number): void;
  /** Nothing that waits on this clock ever goes on. */
  stop(): void;
}

/** One second of the engine takes 1 / `speed` seconds. */
export function createTestClock(speed: number, startMs = Date.now()): TestClock {
  const startedAt = performance.now();
  const timers = new Set<NodeJS.Timeout>();
  let jumpedMs = 0;
  let isStopped = false;

  function later(delayMs: number, callback: () => void): () => void {
    if (isStopped) return () => undefined;
    const timer = setTimeout(() => {
      timers.delete(timer);
      callback();
    }, delayMs / speed);
    timers.add(timer);
    return () => {
      clearTimeout(timer);
      timers.delete(timer);
    };
  }

  return {
    now: () => Math.round(startMs + jumpedMs + (performance.now() - startedAt) * speed),
    later,
    sleep: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        const stopped = () => {
          cancel();
          reject(new AppError('cancelled', 'Cancelled'));
        };
        const cancel = later(delayMs, () => {
          signal?.removeEventListener('abort', stopped);
          resolve();
        });
        if (signal?.aborted) stopped();
        else signal?.addEventListener('abort', stopped, { once: true });
      }),
    jump: (byMs) => {
      jumpedMs += byMs;
    },
    stop: () => {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
