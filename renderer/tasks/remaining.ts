// How fast a task goes and how long it still takes, from what it has told so far. Pure.

export interface Sample {
  readonly atMs: number;
  readonly doneBytes: number;
}

/** Older samples say little about what comes. */
const windowMs = 8_000;
/** Before that much time there is nothing to say. */
const leastMs = 1_500;

/** Adds a sample and forgets those that are too old. A step back means that a new phase began. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && sample.doneBytes < last.doneBytes) return [sample];
  const recent = samples.filter(({ atMs }) => sample.atMs - atMs <= windowMs);
  return [...recent, sample];
}

export interface Pace {
  readonly bytesPerSecond: number;
  /** `null` when it stands still. */
  readonly remainingMs: number | null;
}

/** `null` until it is known. */
export function paceOf(samples: readonly Sample[], totalBytes: number): Pace | null {
  const first = samples.at(0);
  const last = samples.at(-1);
  if (!first || !last || last.atMs - first.atMs < leastMs) return null;
  const bytesPerSecond = ((last.doneBytes - first.doneBytes) * 1000) / (last.atMs - first.atMs);
  const left = Math.max(0, totalBytes - last.doneBytes);
  return {
    bytesPerSecond,
    remainingMs: bytesPerSecond > 0 ? (left / bytesPerSecond) * 1000 : null,
  };
}

/** In steps that do not flicker: 5 s below a minute, whole minutes above. */
export function calmRemaining(remainingMs: number): number {
  const step = remainingMs < 60_000 ? 5_000 : 60_000;
  return Math.max(step, Math.ceil(remainingMs / step) * step);
}
