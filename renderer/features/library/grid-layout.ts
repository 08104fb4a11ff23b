// Where each clip lies: rows of cards under day headings, from a list, a width and a wish for the size of a card.
// Pure. Must not measure anything.
import type { DayRun } from '../../clip/library-order.ts';

/** Between cards, px. */
const cardGap = 12;
/** Title and note under the picture: 6 + 16 + 16 px. */
const captionHeight = 38;
const dayHeight = 32;
/** Of the list, with a poster. */
const lineHeight = 56;
/** Room under the last row of a day. */
const dayEnd = 16;

export interface GridMeasure {
  readonly columns: number;
  readonly cardWidth: number;
  /** Picture and caption, or a line of the list. */
  readonly cardHeight: number;
  /** Under it, where another row follows, px. */
  readonly gap: number;
}

/** As many columns as fit when no card is narrower than `cardMin`; one at least. */
export function measureGrid(width: number, cardMin: number): GridMeasure {
  const columns = Math.max(1, Math.floor((width + cardGap) / (cardMin + cardGap)));
  const cardWidth = Math.max(0, (width - cardGap * (columns - 1)) / columns);
  const cardHeight = Math.round((cardWidth * 9) / 16) + captionHeight;
  return { columns, cardWidth, cardHeight, gap: cardGap };
}

/** One clip a row. */
export function measureList(width: number): GridMeasure {
  return { columns: 1, cardWidth: width, cardHeight: lineHeight, gap: 0 };
}

export interface DayRow {
  readonly kind: 'day';
  /** `2026-11-23`, or the month `2026-11` in the timeline. */
  readonly day: string;
  /** Index of the first clip of that day. */
  readonly first: number;
  /** `null` while more of that day may follow. */
  readonly count: number | null;
  readonly height: number;
}

export interface ClipsRow {
  readonly kind: 'clips';
  readonly start: number;
  /** After the last one. */
  readonly end: number;
  readonly height: number;
}

/** A row of clips that are known to be there but are not read yet; all that look the same are one. */
export interface PendingRow {
  readonly kind: 'pending';
  readonly cells: number;
  readonly height: number;
}

export type GridRow = DayRow | ClipsRow | PendingRow;

export interface GridInput {
  /** Over all clips, in order; `null` draws one run of clips without headings. */
  readonly days: readonly DayRun[] | null;
  readonly length: number;
  /** Clips that follow and are not read yet. */
  readonly pending: number;
  readonly measure: GridMeasure;
}

export function layoutRows({ days, length, pending, measure }: GridInput): GridRow[] {
  const rows: GridRow[] = [];
  let start = 0;
  for (const { day, count } of days ?? [{ day: null, count: length }]) {
    const end = start + count;
    const isOpen = end === length && pending > 0;
    if (day !== null) {
      rows.push({
        kind: 'day',
        day,
        first: start,
        count: isOpen ? null : count,
        height: dayHeight,
      });
    }
    addClips(rows, start, end, measure, isOpen || days === null ? measure.gap : dayEnd);
    start = end;
  }
  addPending(rows, pending, measure);
  return rows;
}

function addClips(
  rows: GridRow[],
  start: number,
  end: number,
  { columns, cardHeight, gap }: GridMeasure,
  after: number,
): void {
  for (let at = start; at < end; at += columns) {
    const rowEnd = Math.min(at + columns, end);
    const height = cardHeight + (rowEnd === end ? after : gap);
    rows.push({ kind: 'clips', start: at, end: rowEnd, height });
  }
}

function addPending(
  rows: GridRow[],
  pending: number,
  { columns, cardHeight, gap }: GridMeasure,
): void {
  const height = cardHeight + gap;
  const full: PendingRow = { kind: 'pending', cells: columns, height };
  for (let left = pending; left > 0; left -= columns) {
    rows.push(left >= columns ? full : { kind: 'pending', cells: left, height });
  }
}

/** What a row is called among the others. Made for the few that are drawn, not for all that there are. */
export function keyOfRow(row: GridRow, index: number): string {
  switch (row.kind) {
    case 'day':
      return `day-${row.day}-${row.first}`;
    case 'clips':
      return `clips-${row.start}`;
    case 'pending':
      return `pending-${index}`;
    default:
      return row satisfies never;
  }
}

/** The clips that the rows from `first` to `last` hold, as indexes; the end is not among them. */
export function clipsOfRows(
  rows: readonly GridRow[],
  first: number,
  last: number,
): { readonly start: number; readonly end: number } | null {
  const spans = rows.slice(first, last + 1).filter((row) => row.kind === 'clips');
  const start = spans[0]?.start;
  const end = spans.at(-1)?.end;
  return start === undefined || end === undefined ? null : { start, end };
}

/** The row that holds the clip at `index`; -1 when there is none. Rows are in the order of their clips. */
export function rowOfClip(rows: readonly GridRow[], index: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (!row) return -1;
    const [start, end] = spanOf(row);
    if (index < start) high = middle - 1;
    else if (index >= end) low = middle + 1;
    else if (row.kind === 'clips') return middle;
    else return -1;
  }
  return -1;
}

/** A heading stands just before its first clip and spans none; pending rows come after all. */
function spanOf(row: GridRow): readonly [number, number] {
  if (row.kind === 'clips') return [row.start, row.end];
  if (row.kind === 'day') return [row.first, row.first];
  return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
}
