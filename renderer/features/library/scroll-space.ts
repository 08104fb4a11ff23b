// A library taller than Chromium lets an element be (about 33.5 million px): the sheet is shorter than its rows are together, small
// moves go one to one, far ones in proportion, and at rest the scroll bar is put where it belongs. Pure.

/** px. Far below the limit, which counts device pixels: at 200 % zoom it is half. */
export const tallest = 12_000_000;

export interface Extent {
  /** Of all rows together, px. */
  readonly total: number;
  /** Of the window onto them, px. */
  readonly view: number;
}

/** What the element says (`top`), and how far the rows are from there: `top + shift` is the place among the rows. */
export interface Place {
  readonly top: number;
  readonly shift: number;
}

export function sheetHeight(total: number): number {
  return Math.min(total, tallest);
}

export const offsetOf = ({ top, shift }: Place): number => top + shift;

export function lastOffset({ total, view }: Extent): number {
  return Math.max(0, total - view);
}

/** Where the scroll bar belongs for a place among the rows. */
export function topFor(extent: Extent, offset: number): number {
  const last = lastOffset(extent);
  const lastTop = Math.max(0, sheetHeight(extent.total) - extent.view);
  const within = Math.min(last, Math.max(0, offset));
  return last === 0 ? 0 : (within * lastTop) / last;
}

/** In proportion: the top of the scroll bar is the first row, its end the last one. */
function offsetFor(extent: Extent, top: number): number {
  const lastTop = Math.max(0, sheetHeight(extent.total) - extent.view);
  return lastTop === 0 ? 0 : (top * lastOffset(extent)) / lastTop;
}

/** After the element has scrolled to `top`. */
export function scrolled(extent: Extent, before: Place, top: number): Place {
  if (extent.total <= tallest) return { top, shift: 0 };
  const moved = top - before.top;
  const isFar = Math.abs(moved) > 4 * extent.view;
  const offset = isFar ? offsetFor(extent, top) : offsetOf(before) + moved;
  return { top, shift: atEnd(extent, top, offset) - top };
}

/** Less than a pixel of the scroll bar before an end is that end: it cannot say less. */
function atEnd(extent: Extent, top: number, offset: number): number {
  const lastTop = sheetHeight(extent.total) - extent.view;
  const belongs = topFor(extent, offset);
  if (top <= 0 && belongs < 1) return 0;
  if (top >= lastTop && lastTop - belongs < 1) return lastOffset(extent);
  return Math.min(lastOffset(extent), Math.max(0, offset));
}

/** The scroll bar is not where it belongs: to be put right at rest, or at once when it is about to run out. */
export function isAstray(extent: Extent, place: Place): 'no' | 'at-rest' | 'now' {
  if (extent.total <= tallest) return 'no';
  const lastTop = sheetHeight(extent.total) - extent.view;
  const isAtEnd = place.top < extent.view || place.top > lastTop - extent.view;
  const astray = Math.abs(topFor(extent, offsetOf(place)) - place.top);
  if (astray < 1) return 'no';
  const isOver = place.top <= 0 || place.top >= lastTop;
  return isOver || (isAtEnd && astray > extent.view) ? 'now' : 'at-rest';
}
