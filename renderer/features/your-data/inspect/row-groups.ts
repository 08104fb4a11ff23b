// Rows that follow one another and are of one group, under one heading. Pure.
import type { DataRow } from '#shared/contract/inspect.ts';

export interface RowGroup {
  readonly group: string;
  readonly rows: readonly DataRow[];
}

export function groupRows(rows: readonly DataRow[]): RowGroup[] {
  const groups: { group: string; rows: DataRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.group === row.group) last.rows.push(row);
    else groups.push({ group: row.group, rows: [row] });
  }
  return groups;
}
