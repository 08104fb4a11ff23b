// How long to wait before the next try. Pure: the random number is passed in.

export interface BackOff {
  /** The first wait may be as long as this. */
  readonly baseMs: number;
  readonly capMs: number;
  /** Never less than this, so that nothing spins. */
  readonly floorMs: number;
}

/** Full jitter: anywhere up to the doubled, capped wait. `failures` counts from 1. */
export function backOffMs(failures: number, random: number, limits: BackOff): number {
  const ceiling = Math.min(limits.capMs, limits.baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.max(limits.floorMs, Math.round(ceiling * random));
}

/** The wait between two looks at a running job: short at first, longer with its age, ±20 %. */
export function pollIntervalMs(ageMs: number, random: number): number {
  const base = Math.min(5000, Math.max(500, ageMs / 10));
  return Math.round(base * (0.8 + 0.4 * random));
}
