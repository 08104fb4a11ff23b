// Which rows are drawn: those in sight, the heading of the day at the top, and the row that has the focus (a card that
// vanished from the page would lose it).
import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef } from 'react';
import type { GridRow } from './grid-layout.ts';

export interface RowWindowInput {
  readonly rows: readonly GridRow[];
  readonly currentRow: number;
}

export interface RowWindow {
  readonly extract: (range: Range) => number[];
  /** Index of the heading that stays at the top; -1 without headings. */
  readonly sticky: () => number;
}

export function useRowWindow({ rows, currentRow }: RowWindowInput): RowWindow {
  const sticky = useRef(-1);
  const headings = useMemo(() => headingsOf(rows), [rows]);
  const extract = useCallback(
    (range: Range) => {
      sticky.current = lastUpTo(headings, range.startIndex);
      const wanted = new Set(defaultRangeExtractor(range));
      if (sticky.current >= 0) wanted.add(sticky.current);
      if (currentRow >= 0 && currentRow < rows.length) wanted.add(currentRow);
      return [...wanted].sort((a, b) => a - b);
    },
    [headings, currentRow, rows.length],
  );
  return { extract, sticky: () => sticky.current };
}

function headingsOf(rows: readonly GridRow[]): number[] {
  const headings: number[] = [];
  let index = 0;
  for (const { kind } of rows) {
    if (kind === 'day') headings.push(index);
    index += 1;
  }
  return headings;
}

/** The largest of the ascending `values` that is not above `limit`; -1 when all are. */
function lastUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = values[middle] ?? Number.POSITIVE_INFINITY;
    if (value <= limit) {
      found = value;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}
