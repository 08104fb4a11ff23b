// How long a server asks to be left alone (RFC 9110, section 10.2.3): seconds, or a date. Pure.

/** What a server may ask for at most: a wrong date must not silence a job for days. */
const longestMs = 3_600_000;

/** `null` when the header is missing or makes no sense. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  const dateMs = /^[A-Z][a-z]{2}, .+ GMT$/.test(text) ? Date.parse(text) : NaN;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1_000 : dateMs - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(longestMs, Math.max(0, waitMs));
}
