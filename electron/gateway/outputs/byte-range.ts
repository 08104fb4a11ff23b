// Which bytes a request asks for (RFC 9110, section 14). Pure. One range is served; several are answered with the whole.

export type ByteRange =
  | { readonly type: 'whole' }
  | { readonly type: 'part'; readonly start: number; readonly end: number }
  | { readonly type: 'unsatisfiable' };

const whole = { type: 'whole' } as const;

/** `end` is the first byte that is not sent. */
export function parseByteRange(header: string | undefined, sizeBytes: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '');
  const first = match?.[1] ?? '';
  const last = match?.[2] ?? '';
  if (first === '' && last === '') return whole;
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0
      ? { type: 'unsatisfiable' }
      : { type: 'part', start: sizeBytes - length, end: sizeBytes };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  if (last !== '' && Number(last) < start) return whole;
  return start >= sizeBytes ? { type: 'unsatisfiable' } : { type: 'part', start, end };
}

/** A validator that does not match exactly means the range is of something else: send the whole. */
export function rangeApplies(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange === etag;
}
