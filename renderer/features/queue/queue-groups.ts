// Which job stands where: running, what needs a decision, what waits, what is paused or cancelled. The engine's order is kept.
// Pure; the clock is passed in.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { Queue } from '../../engine/patch.ts';

export interface WaitingJob {
  readonly job: GenerationSummary;
  /** Jobs of the same model that start before it: each model has places of its own. */
  readonly ahead: number;
}

export interface QueueGroups {
  readonly running: readonly GenerationSummary[];
  /** Failed, refused, or gone from the cloud; the last one first. */
  readonly failed: readonly GenerationSummary[];
  readonly waiting: readonly WaitingJob[];
  /** Each by itself; they wait until they are resumed. */
  readonly paused: readonly GenerationSummary[];
  readonly cancelled: readonly GenerationSummary[];
}

const dayMs = 86_400_000;
/** What needs a decision stays for a week; after that the library still has it. */
const failedForMs = 7 * dayMs;
const cancelledForMs = dayMs;

export function groupJobs({ active, ended }: Queue, nowMs: number): QueueGroups {
  const queued = active.filter(({ status }) => status === 'queued');
  const isRecent = ({ endedAt }: GenerationSummary, forMs: number) =>
    endedAt === null || nowMs - Date.parse(endedAt) < forMs;
  return {
    running: active.filter(({ status }) => status !== 'queued'),
    failed: ended.filter((job) => job.status !== 'cancelled' && isRecent(job, failedForMs)),
    waiting: withPlaces(queued.filter(({ isPaused }) => !isPaused)),
    paused: queued.filter(({ isPaused }) => isPaused),
    cancelled: ended.filter((job) => job.status === 'cancelled' && isRecent(job, cancelledForMs)),
  };
}

function withPlaces(jobs: readonly GenerationSummary[]): WaitingJob[] {
  const counts = new Map<string, number>();
  return jobs.map((job) => {
    const ahead = counts.get(job.modelId) ?? 0;
    counts.set(job.modelId, ahead + 1);
    return { job, ahead };
  });
}

export function isEmpty({ running, failed, waiting, paused, cancelled }: QueueGroups): boolean {
  return [running, failed, waiting, paused, cancelled].every(({ length }) => length === 0);
}
