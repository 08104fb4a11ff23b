// What is known about running jobs at this moment and may be forgotten in a crash: progress, and what they wait for.
import type { JobStep } from '#shared/domain/generation-status.ts';
import type { ErrorCode, ErrorDetails } from '#shared/errors.ts';

export type WaitReason =
  'network' | 'cloud' | 'rate-limit' | 'slot' | 'disk' | 'paused' | 'restricted';

export interface Wait {
  readonly reason: WaitReason;
  /** When it is tried again by itself; `null` when something has to happen first. */
  readonly untilMs: number | null;
  readonly details: Record<string, string | number | boolean | null>;
}

/** Attempts in a row that did not succeed. */
export interface Failures {
  readonly count: number;
  /** Of these the last ones that failed for the same reason. */
  readonly alike: number;
  readonly code: ErrorCode | null;
}

export const noFailures: Failures = { count: 0, alike: 0, code: null };

export interface LiveJob {
  readonly step: JobStep | null;
  readonly progress: number | null;
  readonly waiting: Wait | null;
  readonly bytesReceived: number | null;
  readonly failures: Failures;
}

export const noLiveJob: LiveJob = {
  step: null,
  progress: null,
  waiting: null,
  bytesReceived: null,
  failures: noFailures,
};

export interface LiveJobs {
  get(sequence: number): LiveJob | undefined;
  change(sequence: number, change: Partial<LiveJob>): LiveJob;
  forget(sequence: number): void;
  /** Jobs that wait, with their times. */
  waiting(): ReadonlyMap<number, Wait>;
}

export function createLiveJobs(): LiveJobs {
  const jobs = new Map<number, LiveJob>();
  return {
    get: (sequence) => jobs.get(sequence),
    change: (sequence, change) => {
      const next = { ...(jobs.get(sequence) ?? noLiveJob), ...change };
      jobs.set(sequence, next);
      return next;
    },
    forget: (sequence) => {
      jobs.delete(sequence);
    },
    waiting: () =>
      new Map(
        [...jobs].flatMap(([sequence, { waiting }]) => (waiting ? [[sequence, waiting]] : [])),
      ),
  };
}

export function waitFor(
  reason: WaitReason,
  untilMs: number | null,
  details: ErrorDetails = {},
): Wait {
  return { reason, untilMs, details: { ...details } };
}
