// Generations as the interface gets them: the row, with what is known about the job at this moment.
import type { GenerationDetail, GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import type { CloudMonitor } from '../cloud/cloud-monitor.ts';
import { readClipErasure } from '../cloud-erasure/erasure-views.ts';
import type { Database } from '../database/database.ts';
import { readDetailRows } from '../database/generation-reads.ts';
import {
  type GenerationRow,
  type SummaryRow,
  toDetail,
  toSummary,
} from '../database/generation-row.ts';
import { readVerdict, toClipFeedback } from '../feedback/verdict-rows.ts';
import { type LiveJob, type LiveJobs, noLiveJob, waitFor } from './live-jobs.ts';
import type { QueueControl } from './queue-control.ts';

export interface GenerationViewDeps {
  readonly live: LiveJobs;
  readonly cloud: CloudMonitor;
  readonly queue: Pick<QueueControl, 'isPaused' | 'isJobPaused' | 'isSuspect'>;
}

export interface GenerationViews {
  summary(row: SummaryRow): GenerationSummary;
  detail(row: GenerationRow): GenerationDetail;
}

export function createGenerationViews(
  db: Database,
  { live, cloud, queue }: GenerationViewDeps,
): GenerationViews {
  function liveOf(row: SummaryRow): LiveJob | undefined {
    const known = live.get(row.sequence);
    if (!isActive(row.status)) return undefined;
    if (isHeldBack(row)) return { ...(known ?? noLiveJob), waiting: waitFor('paused', null) };
    if (known?.waiting || cloud.isReachable || cloud.nextTryAtMs === null) return known;
    // nothing of this job moves while the cloud does not answer
    return { ...(known ?? noLiveJob), waiting: waitFor(cloud.trouble, cloud.nextTryAtMs) };
  }
  function isHeldBack({ status, sequence }: SummaryRow): boolean {
    return status === 'queued'
      ? queue.isPaused || queue.isJobPaused(sequence)
      : queue.isPaused && queue.isSuspect(sequence);
  }
  const feedbackOf = ({ id }: GenerationRow) => {
    const verdict = readVerdict(db, id);
    return verdict ? toClipFeedback(verdict) : null;
  };
  const isPaused = ({ status, sequence }: SummaryRow) =>
    status === 'queued' && queue.isJobPaused(sequence);
  return {
    summary: (row) => ({ ...toSummary(row, liveOf(row)), isPaused: isPaused(row) }),
    detail: (row) => ({
      ...toDetail(row, liveOf(row), {
        ...readDetailRows(db, row),
        cloudErasure: readClipErasure(db, row.sequence),
        feedback: feedbackOf(row),
      }),
      isPaused: isPaused(row),
    }),
  };
}
