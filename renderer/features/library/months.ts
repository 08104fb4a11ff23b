// The months of a library in its order, from its runs of days. Pure.
import type { DayRun } from '../../clip/library-order.ts';

export interface MonthRun {
  /** `2026-11` */
  readonly month: string;
  readonly count: number;
  /** Index of its first clip. */
  readonly first: number;
}

export function monthsOf(days: readonly DayRun[]): MonthRun[] {
  const months: { month: string; count: number; first: number }[] = [];
  let at = 0;
  for (const { day, count } of days) {
    const month = day.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.count += count;
    else months.push({ month, count, first: at });
    at += count;
  }
  return months;
}

/** The month that holds the clip at `index`, as an index; -1 without months. */
export function monthAt(months: readonly MonthRun[], index: number): number {
  return months.findLastIndex(({ first }) => first <= index);
}

/** Few clips a day leave rows with holes: then the headings stand between months. */
export function headingsFor(days: readonly DayRun[], columns: number): readonly DayRun[] {
  const clips = days.reduce((sum, { count }) => sum + count, 0);
  if (days.length === 0 || clips / days.length >= columns) return days;
  return monthsOf(days).map(({ month, count }) => ({ day: month, count }));
}
