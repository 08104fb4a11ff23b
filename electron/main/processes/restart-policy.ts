// When a crashed engine is started again, and when that is given up. Pure.

export interface RestartPolicy {
  /** Milliseconds to wait, or `null` to give up, after a crash at `now`. */
  afterCrash(now: number): number | null;
}

const waitsMs = [200, 1000, 3000, 10_000, 30_000];
const windowMs = 120_000;

/** Gives up after six crashes within two minutes; calm in between forgives. */
export function createRestartPolicy(): RestartPolicy {
  let crashes: number[] = [];
  return {
    afterCrash: (now) => {
      crashes = [...crashes.filter((at) => now - at < windowMs), now];
      return waitsMs[crashes.length - 1] ?? null;
    },
  };
}
