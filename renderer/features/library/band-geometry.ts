// Which cards a rectangle touches that is drawn over the grid, from where the cards lie and not from what is drawn of them.
// Pure. Must not walk over rows: it is asked at every frame of a drag, among a hundred thousand clips.
import type { GridMeasure, GridRow } from './grid-layout.ts';

/** px, from the left of the cards and from the start of the first row, whatever is scrolled to. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Rows and columns from the first to the last one that is touched; there is nothing between when a first is after its last. */
export interface Touched {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface RowPlaces {
  /** The row at a height, the nearest one beyond the ends. */
  readonly rowAt: (offset: number) => number;
  /** Where a row begins. */
  readonly startOf: (index: number) => number;
}

export function touchedBetween(
  one: Point,
  other: Point,
  { columns, cardWidth, cardHeight, gap }: GridMeasure,
  { rowAt, startOf }: RowPlaces,
): Touched {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
  const first = rowAt(top);
  const isBelowCards = top > startOf(first) + cardHeight;
  const last = rowAt(bottom);
  const isAboveCards = bottom < startOf(last);
  const step = cardWidth + gap;
  return {
    firstRow: isBelowCards ? first + 1 : first,
    lastRow: isAboveCards ? last - 1 : last,
    firstColumn: Math.max(0, Math.ceil((left - cardWidth) / step)),
    lastColumn: right < 0 ? -1 : Math.min(columns - 1, Math.floor(right / step)),
  };
}

export function isSameTouched(one: Touched, other: Touched): boolean {
  return (
    one.firstRow === other.firstRow &&
    one.lastRow === other.lastRow &&
    one.firstColumn === other.firstColumn &&
    one.lastColumn === other.lastColumn
  );
}

/** Headings and clips that are not read yet have no ids and are passed over. */
export function idsTouched(
  rows: readonly GridRow[],
  ids: readonly string[],
  { firstRow, lastRow, firstColumn, lastColumn }: Touched,
): string[] {
  return rows
    .slice(firstRow, lastRow + 1)
    .flatMap((row) =>
      row.kind === 'clips'
        ? ids.slice(row.start + firstColumn, Math.min(row.end, row.start + lastColumn + 1))
        : [],
    );
}

/** px. */
const edge = 40;
const fastest = 2400;

/** How fast the grid scrolls, px per second, with the pointer at `y` in a window onto it that is `height` tall; up is negative. */
export function edgeSpeed(y: number, height: number): number {
  const above = Math.min(edge, edge - y) / edge;
  if (above > 0) return -fastest * above ** 2;
  const below = Math.min(edge, y - (height - edge)) / edge;
  return below > 0 ? fastest * below ** 2 : 0;
}
