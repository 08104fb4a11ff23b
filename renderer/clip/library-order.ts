// The order of the library put together: what is under way on top, then the clips, and the runs of days over all of them. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { localDay } from './local-day.ts';

/** Clips of one day that follow each other. */
export interface DayRun {
  /** `2026-11-23` */
  readonly day: string;
  readonly count: number;
}

export interface LibraryOrder {
  readonly ids: readonly GenerationId[];
  readonly days: readonly DayRun[];
}

export const emptyOrder: LibraryOrder = { ids: [], days: [] };

export function orderOf(clips: readonly GenerationSummary[]): LibraryOrder {
  return {
    ids: clips.map(({ id }) => id),
    days: joinRuns(clips.map(({ createdAt }) => ({ day: localDay(createdAt), count: 1 }))),
  };
}

/** One after the other; a day that ends the first and begins the second is one run. */
export function joinOrders(one: LibraryOrder, other: LibraryOrder): LibraryOrder {
  if (one.ids.length === 0) return other;
  return { ids: [...one.ids, ...other.ids], days: joinRuns([...one.days, ...other.days]) };
}

export function joinRuns(runs: readonly DayRun[]): DayRun[] {
  const joined: { day: string; count: number }[] = [];
  for (const { day, count } of runs) {
    const last = joined.at(-1);
    if (last?.day === day) last.count += count;
    else joined.push({ day, count });
  }
  return joined;
}

/** The jobs that have no place in the order yet, newest first. */
export function jobsOnTop(
  jobs: readonly GenerationSummary[],
  order: LibraryOrder,
): readonly GenerationSummary[] {
  if (jobs.length === 0) return jobs;
  const known = new Set<string>(order.ids);
  return jobs.filter(({ id }) => !known.has(id)).sort((a, b) => b.sequence - a.sequence);
}

/** The one before when nothing differs: what was laid out by it stands. */
export function sameOrder(before: LibraryOrder | undefined, after: LibraryOrder): LibraryOrder {
  if (before === undefined || before.ids.length !== after.ids.length) return after;
  if (!before.ids.every((id, index) => id === after.ids[index])) return after;
  const isSameDays =
    before.days.length === after.days.length &&
    before.days.every(({ day, count }, index) => {
      const other = after.days[index];
      return other?.day === day && other.count === count;
    });
  return isSameDays ? before : after;
}

export interface Neighbours {
  readonly previous: GenerationId | null;
  readonly next: GenerationId | null;
}

/** What lies before and after a clip, passing over what has no file. */
export function neighboursOf(
  ids: readonly GenerationId[],
  id: GenerationId,
  hasFile: (id: GenerationId) => boolean,
): Neighbours {
  const at = ids.indexOf(id);
  if (at === -1) return { previous: null, next: null };
  return { previous: firstFrom(ids, at, -1, hasFile), next: firstFrom(ids, at, 1, hasFile) };
}

function firstFrom(
  ids: readonly GenerationId[],
  at: number,
  step: 1 | -1,
  hasFile: (id: GenerationId) => boolean,
): GenerationId | null {
  for (let index = at + step; ; index += step) {
    const id = ids[index];
    if (id === undefined) return null;
    if (hasFile(id)) return id;
  }
}
