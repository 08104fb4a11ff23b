// How far the queue is, as one share for the dock or the task bar. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationStatus } from '#shared/domain/generation-status.ts';

/** Where a job stands when its present step begins, and how much of it that step is. */
const steps: Partial<Record<GenerationStatus, readonly [from: number, part: number]>> = {
  uploading: [0, 0.1],
  submitting: [0.1, 0],
  rendering: [0.1, 0.8],
  downloading: [0.9, 0.1],
};

/** Of what has been started; `null` when nothing is. In hundredths, so that it is not sent for nothing. */
export function dockProgress(
  active: readonly Pick<GenerationSummary, 'status' | 'progress'>[],
): number | null {
  const shares = active.flatMap(({ status, progress }) => {
    const step = steps[status];
    return step ? [step[0] + step[1] * (progress ?? 0)] : [];
  });
  if (shares.length === 0) return null;
  const sum = shares.reduce((total, share) => total + share, 0);
  return Math.round((sum / shares.length) * 100) / 100;
}
