// The lines of "Gone now": the largest first, and what lies inside the database in one line with it. Pure.
import type { DataKind, ErasurePlan } from '#shared/contract/data.ts';

type PlanRow = ErasurePlan['goneNow'][number];

export interface PlanLine {
  /** Gives the line its icon and its place. */
  readonly kind: DataKind;
  readonly things: readonly Pick<PlanRow, 'kind' | 'count'>[];
  readonly bytes: number;
}

const insideDatabase: ReadonlySet<DataKind> = new Set([
  'prompts',
  'history',
  'account',
  'consents',
  'deletions',
  'ledger',
]);

/** Nothing that is there is left out, and no byte is counted twice. */
export function planLines(rows: readonly PlanRow[]): PlanLine[] {
  const present = rows.filter(({ count, bytes }) => count > 0 || bytes > 0);
  const database = present.find(({ kind }) => kind === 'database');
  const inside = (row: PlanRow) =>
    database !== undefined && row.bytes === 0 && insideDatabase.has(row.kind);
  return present
    .filter((row) => !inside(row))
    .map((row) => ({
      kind: row.kind,
      things: row === database ? [row, ...present.filter(inside)] : [row],
      bytes: row.bytes,
    }))
    .sort((a, b) => b.bytes - a.bytes);
}
