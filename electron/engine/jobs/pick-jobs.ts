// Which jobs may start now. Pure: candidates come in order, limits from the models.
import type { GenerationStatus } from '#shared/domain/generation-status.ts';
import type { JobCandidate } from '../database/generation-reads.ts';

export interface RunningJob {
  readonly modelId: string;
  readonly status: GenerationStatus;
}

export interface JobLimits {
  /** Jobs on their way to a result, of all models. */
  readonly rendering: number;
  /** Results that are fetched side by side. */
  readonly downloads: number;
  readonly concurrencyOf: (modelId: string) => number;
}

/** A job that only fetches its result takes no place in the cloud any more. */
const takesSlot = (status: GenerationStatus) => status !== 'downloading';

export function pickJobs(
  candidates: Iterable<JobCandidate>,
  running: ReadonlyMap<number, RunningJob>,
  isWaiting: (sequence: number) => boolean,
  limits: JobLimits,
): JobCandidate[] {
  const picked: JobCandidate[] = [];
  const slots = new Map<string, number>();
  let rendering = 0;
  let downloads = 0;
  const take = ({ modelId, status }: RunningJob) => {
    if (!takesSlot(status)) {
      downloads += 1;
      return;
    }
    rendering += 1;
    slots.set(modelId, (slots.get(modelId) ?? 0) + 1);
  };
  for (const job of running.values()) take(job);
  for (const candidate of candidates) {
    if (running.has(candidate.sequence) || isWaiting(candidate.sequence)) continue;
    const hasSlot = takesSlot(candidate.status)
      ? rendering < limits.rendering &&
        (slots.get(candidate.modelId) ?? 0) < limits.concurrencyOf(candidate.modelId)
      : downloads < limits.downloads;
    if (!hasSlot) continue;
    take(candidate);
    picked.push(candidate);
  }
  return picked;
}
