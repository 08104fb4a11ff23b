// Decides which rules of a fault script fire at which call. The same seed and order of calls give the same faults.

export interface FiringRule {
  readonly nth: number;
  readonly times?: number | undefined;
  /** From the first time that it fires. */
  readonly forMs?: number | undefined;
  readonly probability?: number | undefined;
}

/** Numbers from 0 up to 1, the same row for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Call the result for every call that matches the rule; it tells whether the rule fires this time. */
export function createFiring(
  rule: FiringRule,
  random: () => number,
  now: () => number,
): () => boolean {
  let seen = 0;
  let fired = 0;
  let endsAtMs: number | null = null;
  return () => {
    seen += 1;
    if (seen < rule.nth || fired >= (rule.times ?? Number.POSITIVE_INFINITY)) return false;
    if (endsAtMs !== null && now() >= endsAtMs) return false;
    if (rule.probability !== undefined && random() >= rule.probability) return false;
    fired += 1;
    if (rule.forMs !== undefined) endsAtMs ??= now() + rule.forMs;
    return true;
  };
}
