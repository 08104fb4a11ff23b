// How long to wait before the next try: doubled each time up to a limit, and spread so that many do not come at once. Pure.

export interface BackOff {
  readonly baseMs: number;
  readonly capMs: number;
}

/** `random` from 0 up to 1; `failures` in a row, from 1. At least half of the full wait. */
export function backOffMs({ baseMs, capMs }: BackOff, failures: number, random: number): number {
  const fullMs = Math.min(capMs, baseMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(fullMs * (0.5 + random / 2));
}
