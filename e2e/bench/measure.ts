// Medians, ratios and the table that the benchmark prints. Pure but for the clock.

export interface BenchRow {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  /** Ours against the baseline, in the direction of `target`. */
  readonly ratio: string;
  readonly target: string;
  readonly isMet: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export async function timeMs(action: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await action();
  return performance.now() - startedAt;
}

export function printTable(rows: readonly BenchRow[]): void {
  const header = ['', 'ours', 'baseline', 'ratio', 'target', ''];
  const lines = rows.map((row) => [
    row.what,
    row.ours,
    row.baseline,
    row.ratio,
    row.target,
    row.isMet ? 'met' : 'missed',
  ]);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...lines].map((line) => (line[column] ?? '').length)),
  );
  for (const line of [header, ...lines]) {
    console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
}
