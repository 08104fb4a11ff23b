// Where the focus goes for a key. Pure: from rows and an index to an index.
import { type ClipsRow, type GridRow, rowOfClip } from './grid-layout.ts';

export type GridMove =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'
  | 'page-up'
  | 'page-down';

/** `null` for a key that does not move. `Ctrl` with Home and End goes to the very ends. */
export function moveOf(key: string, withControl: boolean): GridMove | null {
  switch (key) {
    case 'ArrowLeft':
      return 'left';
    case 'ArrowRight':
      return 'right';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'Home':
      return withControl ? 'first' : 'row-start';
    case 'End':
      return withControl ? 'last' : 'row-end';
    case 'PageUp':
      return 'page-up';
    case 'PageDown':
      return 'page-down';
    default:
      return null;
  }
}

export interface MoveInput {
  readonly rows: readonly GridRow[];
  readonly length: number;
  readonly from: number;
  readonly move: GridMove;
  /** Rows of clips that fit in the window. */
  readonly pageRows: number;
}

/** The clip that gets the focus; `from` when there is nowhere to go. */
export function moveFocus({ rows, length, from, move, pageRows }: MoveInput): number {
  if (length === 0) return -1;
  const at = rowOfClip(rows, from);
  const row = rows[at];
  if (row?.kind !== 'clips') return 0;
  switch (move) {
    case 'left':
      return Math.max(0, from - 1);
    case 'right':
      return Math.min(length - 1, from + 1);
    case 'row-start':
      return row.start;
    case 'row-end':
      return row.end - 1;
    case 'first':
      return 0;
    case 'last':
      return length - 1;
    case 'up':
      return inRow(rowsAway(rows, at, -1), from - row.start) ?? from;
    case 'down':
      return inRow(rowsAway(rows, at, 1), from - row.start) ?? from;
    case 'page-up':
      return inRow(rowsAway(rows, at, -Math.max(1, pageRows)), from - row.start) ?? from;
    case 'page-down':
      return inRow(rowsAway(rows, at, Math.max(1, pageRows)), from - row.start) ?? from;
    default:
      return move satisfies never;
  }
}

/** The row of clips so many rows of clips away, or the last one in that direction. */
function rowsAway(rows: readonly GridRow[], from: number, distance: number): ClipsRow | null {
  const step = Math.sign(distance);
  let left = Math.abs(distance);
  let found: ClipsRow | null = null;
  for (let at = from + step; at >= 0 && at < rows.length && left > 0; at += step) {
    const row = rows[at];
    if (row?.kind !== 'clips') continue;
    found = row;
    left -= 1;
  }
  return found;
}

function inRow(row: ClipsRow | null, column: number): number | null {
  return row ? Math.min(row.start + column, row.end - 1) : null;
}
