// When a result that only the cloud has needs somebody to act. Pure.

const dayMs = 86_400_000;

/** The last days of a result in the cloud: time enough to fetch it, also after a few days away. */
export const atRiskMs = 5 * dayMs;

/** `null` when the cloud does not remove it by itself. */
export function isAtRisk(expiresAtMs: number | null, nowMs: number): boolean {
  return expiresAtMs !== null && expiresAtMs - nowMs < atRiskMs;
}

/** Whole days that are left; 0 on the last one. */
export function daysLeft(expiresAtMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((expiresAtMs - nowMs) / dayMs));
}
