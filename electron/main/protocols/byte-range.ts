// What part of a file a Range header asks for. Pure; RFC 9110, one range only, as players ask for.

export type ByteRange =
  | { readonly type: 'all' }
  /** `end` is the last byte, inclusive. */
  | { readonly type: 'part'; readonly start: number; readonly end: number }
  | { readonly type: 'unsatisfiable' };

export function parseByteRange(header: string | null, sizeBytes: number): ByteRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match) return { type: 'all' };
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return { type: 'all' };
  if (from === '') {
    const length = Math.min(Number(to), sizeBytes);
    return length === 0
      ? { type: 'unsatisfiable' }
      : { type: 'part', start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== '' && Number(to) < start) return { type: 'all' };
  if (start >= sizeBytes) return { type: 'unsatisfiable' };
  return { type: 'part', start, end };
}
