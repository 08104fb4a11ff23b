// How long to wait before the next try: doubled each time up to a limit, spread so that many do not come at once, and never
// shorter than the server asked for. Pure.

export interface BackOff {
  readonly baseMs: number;
  readonly capMs: number;
}

/** `random` from 0 up to 1; `failures` in a row, from 1. At least half of the full wait, and all of `atLeastMs`. */
export function backOffMs(
  { baseMs, capMs }: BackOff,
  failures: number,
  random: number,
  atLeastMs = 0,
): number {
  const fullMs = Math.min(capMs, baseMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  const ownMs = fullMs * (0.5 + random / 2);
  // What was asked for is spread too, but only upwards.
  return Math.round(Math.max(ownMs, atLeastMs > 0 ? atLeastMs + baseMs * random : 0));
}
