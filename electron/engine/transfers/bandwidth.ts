// Holds all transfers together under the user's limit. Each piece of bytes is paid for after it has moved: whoever comes next waits
// until the time for it is over.
import type { Clock } from '../clock.ts';

export interface Bandwidth {
  /** Nothing to wait for without a limit. Rejects with `cancelled` when the signal is given. */
  pay(bytes: number, signal: AbortSignal): Promise<void> | undefined;
}

/** Shorter waits cost more than they keep the pace. */
const leastWaitMs = 20;
/** A clock that was set back must not turn a moment into hours. */
const mostDebtMs = 60_000;

export function createBandwidth(clock: Clock, bytesPerSecond: () => number | null): Bandwidth {
  let paidUntilMs = Number.NEGATIVE_INFINITY;
  return {
    pay: (bytes, signal) => {
      const limit = bytesPerSecond();
      if (limit === null) return undefined;
      const nowMs = clock.now();
      const isAstray = paidUntilMs > nowMs + mostDebtMs;
      paidUntilMs = (isAstray ? nowMs : Math.max(nowMs, paidUntilMs)) + (bytes / limit) * 1000;
      const waitMs = Math.min(paidUntilMs - nowMs, mostDebtMs);
      return waitMs < leastWaitMs ? undefined : clock.sleep(waitMs, signal);
    },
  };
}
