// Where a page of a newest-first list ends. Opaque to clients; pages stay stable while new rows arrive on top.
import { Refusal } from './refusal.ts';

const prefix = 'before:';

function encodeCursor(seq: number): string {
  return Buffer.from(`${prefix}${seq}`).toString('base64url');
}

/** The rows of the page have a smaller number than this. */
export function decodeCursor(cursor: string | undefined): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
  const text = Buffer.from(cursor, 'base64url').toString();
  const seq = text.startsWith(prefix) ? Number(text.slice(prefix.length)) : Number.NaN;
  if (!Number.isSafeInteger(seq) || seq < 1 || encodeCursor(seq) !== cursor) {
    throw new Refusal('invalid-request', 'This cursor is not one of ours.', { field: 'cursor' });
  }
  return seq;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Rows were read with one more than the limit, to know whether there is a next page. */
export function pageOf<Row extends { readonly seq: number }>(
  rows: readonly Row[],
  limit: number,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(last.seq) : null };
}
