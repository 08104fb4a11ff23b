// Where a download goes on after an interruption, and what an answer to a Range request allows. Pure.

export interface PartState {
  /** Bytes in the part file; 0 when there is none. */
  readonly partBytes: number;
  /** Strong ETag of those bytes, `null` when it was not kept. */
  readonly etag: string | null;
  readonly expectedBytes: number;
}

export type ResumePlan =
  | { readonly action: 'fetch'; readonly offset: 0 }
  | { readonly action: 'resume'; readonly offset: number; readonly etag: string }
  /** All bytes are there: only the hash is left to look at. */
  | { readonly action: 'verify' };

export function planResume({ partBytes, etag, expectedBytes }: PartState): ResumePlan {
  if (partBytes === expectedBytes) return { action: 'verify' };
  const isUsable = partBytes > 0 && partBytes < expectedBytes && isStrong(etag);
  return isUsable && etag !== null
    ? { action: 'resume', offset: partBytes, etag }
    : { action: 'fetch', offset: 0 };
}

function isStrong(etag: string | null): boolean {
  return etag !== null && /^"[^"]*"$/.test(etag);
}

export interface RangeAnswer {
  readonly status: number;
  readonly contentRange: string | null;
}

/** The offset at which the body of an answer starts, or `null` when the answer does not fit the question. */
export function bodyOffset(
  plan: Exclude<ResumePlan, { action: 'verify' }>,
  answer: RangeAnswer,
  expectedBytes: number,
): number | null {
  if (answer.status === 200) return 0;
  if (answer.status !== 206 || plan.action !== 'resume') return null;
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(answer.contentRange ?? '');
  if (!match) return null;
  const [first, last, total] = match.slice(1).map(Number);
  const isFitting = first === plan.offset && last === expectedBytes - 1 && total === expectedBytes;
  return isFitting ? plan.offset : null;
}
