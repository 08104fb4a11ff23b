import { describe, expect, it } from 'vitest';
import { clipsOfRows, layoutRows, measureGrid, rowOfClip } from './grid-layout.ts';

const runs = (...parts: readonly (string | number)[]) =>
  parts.flatMap((day, at) =>
    at % 2 === 0 ? [{ day: String(day), count: Number(parts[at + 1]) }] : [],
  );

const measure = { columns: 3, cardWidth: 160, cardHeight: 128, gap: 12 };

describe('measureGrid', () => {
  it.each([
    [856, 156, 5],
    [156, 156, 1],
    [323, 156, 1],
    [324, 156, 2],
    [40, 156, 1],
  ])('fits %d px with cards of %d px into %d columns', (width, cardMin, columns) => {
    expect(measureGrid(width, cardMin).columns).toBe(columns);
  });

  it('shares the whole width and keeps 16:9 above two lines of words', () => {
    const { cardWidth, cardHeight } = measureGrid(856, 156);
    expect(cardWidth * 5 + 12 * 4).toBeCloseTo(856);
    expect(cardHeight).toBe(Math.round((cardWidth * 9) / 16) + 38);
  });
});

describe('layoutRows', () => {
  it('starts a row of its own for every day', () => {
    const rows = layoutRows({ days: runs('a', 4, 'b', 1), length: 5, pending: 0, measure });
    expect(rows.map((row) => row.kind)).toEqual(['day', 'clips', 'clips', 'day', 'clips']);
    expect(rows.filter((row) => row.kind === 'day').map((row) => row.count)).toEqual([4, 1]);
    expect(rows.filter((row) => row.kind === 'clips').map((row) => [row.start, row.end])).toEqual([
      [0, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  it('does not count a day of which more may follow', () => {
    const rows = layoutRows({ days: runs('a', 1, 'b', 1), length: 2, pending: 7, measure });
    expect(rows.filter((row) => row.kind === 'day').map((row) => row.count)).toEqual([1, null]);
  });

  it('keeps room for what is not read yet', () => {
    const rows = layoutRows({ days: null, length: 2, pending: 7, measure });
    const pending = rows.filter((row) => row.kind === 'pending');
    expect(pending.map((row) => row.cells)).toEqual([3, 3, 1]);
  });

  it('draws no headings without days', () => {
    const rows = layoutRows({ days: null, length: 4, pending: 0, measure });
    expect(rows.map((row) => row.kind)).toEqual(['clips', 'clips']);
  });

  it('is empty without clips', () => {
    expect(layoutRows({ days: [], length: 0, pending: 0, measure })).toEqual([]);
  });
});

describe('rowOfClip', () => {
  const days = runs('a', 4, 'b', 1, 'c', 2);
  const rows = layoutRows({ days, length: 7, pending: 5, measure });

  it('finds every clip in the row that spans it', () => {
    for (let index = 0; index < 7; index += 1) {
      const row = rows[rowOfClip(rows, index)];
      expect(row?.kind === 'clips' && row.start <= index && index < row.end).toBe(true);
    }
  });

  it('finds nothing for a clip that is not read', () => {
    expect(rowOfClip(rows, 7)).toBe(-1);
    expect(rowOfClip(rows, -1)).toBe(-1);
  });
});

describe('clipsOfRows', () => {
  const rows = layoutRows({ days: runs('a', 4, 'b', 1), length: 5, pending: 3, measure });

  it('tells which clips some rows hold, past the headings', () => {
    expect(clipsOfRows(rows, 0, 1)).toEqual({ start: 0, end: 3 });
    expect(clipsOfRows(rows, 2, rows.length - 1)).toEqual({ start: 3, end: 5 });
  });

  it('tells nothing of a heading and of what is not read', () => {
    expect(clipsOfRows(rows, 0, 0)).toBeNull();
    expect(clipsOfRows(rows, rows.length - 1, rows.length - 1)).toBeNull();
  });
});
