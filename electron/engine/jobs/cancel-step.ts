// Carries out a cancellation that was asked for: here when nothing was sent, in the cloud when it has the job.
import { AppError } from '#shared/errors.ts';
import type { GenerationStatus } from '#shared/domain/generation-status.ts';
import type { CloudGeneration } from '#shared/gateway/generation.ts';
import type { GenerationRow } from '../database/generation-row.ts';
import { addEvent, updateGeneration } from '../database/generation-writes.ts';
import { failpoint } from '../failpoint.ts';
import { changeFromCloud, renderOutcome } from './cloud-job.ts';
import { hasPlacedClip } from './download-step.ts';
import { type JobRun, moveJob } from './job-context.ts';
import { accept, findByKey } from './submit-step.ts';
import { dropIncoming } from './sweep-incoming.ts';

/** `isUnsent`: nothing can have been sent for this job. The job has moved on, or the request was withdrawn because it came too late. Look again either way. */
export async function cancelJob(run: JobRun, row: GenerationRow, isUnsent: boolean): Promise<void> {
  switch (row.status) {
    case 'queued':
    case 'uploading':
      moveJob(run.context, run.sequence, 'cancelled');
      return;
    case 'downloading':
      await cancelDownload(run, row);
      return;
    case 'submitting': {
      const known = isUnsent ? null : await findByKey(run, row);
      if (known) return accept(run, row, known, 'found by its key');
      if (!isUnsent) await closeKey(run, row);
      moveJob(run.context, run.sequence, 'cancelled');
      return;
    }
    case 'rendering':
      await cancelInCloud(run, row.cloud_id);
      return;
    case 'ready':
    case 'failed':
    case 'refused':
    case 'cancelled':
    case 'expired':
      return;
    default:
      row.status satisfies never;
  }
}

/** A request of ours may still be on its way. From now on the cloud refuses the key, and what came in between is cancelled. */
async function closeKey({ context, id, signal }: JobRun, row: GenerationRow): Promise<void> {
  const idempotencyKey = row.idempotency_key;
  await context.gateway.call('createErasure', {
    body: {
      key: `cancel-${idempotencyKey}`,
      subjects: [{ type: 'generation-key', idempotencyKey }],
    },
    generationId: id,
    signal,
  });
}

async function cancelDownload(run: JobRun, row: GenerationRow): Promise<void> {
  const { db, paths } = run.context;
  if (await hasPlacedClip(paths.library, row)) return withdraw(run, row.status, 'too late');
  moveJob(run.context, run.sequence, 'cancelled');
  await dropIncoming(db, paths.incoming, row);
}

async function cancelInCloud(run: JobRun, cloudId: string | null): Promise<void> {
  const { context, sequence } = run;
  if (cloudId === null) return moveJob(context, sequence, 'cancelled');
  const generation = await askToCancel(run, cloudId);
  if (generation === 'gone') return moveJob(context, sequence, 'cancelled');
  if (generation !== 'refused' && generation.status === 'cancelled') {
    moveJob(context, sequence, 'cancelled', { change: changeFromCloud(generation) });
    return;
  }
  // ended or cannot be stopped: the result belongs to the user all the same
  const isRefused = generation === 'refused' || !renderOutcome(generation);
  withdraw(run, 'rendering', isRefused ? 'refused' : 'too late');
}

async function askToCancel(
  run: JobRun,
  cloudId: string,
): Promise<CloudGeneration | 'gone' | 'refused'> {
  try {
    return await run.context.gateway.call('cancelGeneration', {
      params: { id: cloudId },
      generationId: run.id,
      signal: run.signal,
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === 'not-found') return 'gone';
    if (thrown.code === 'cloud-rejected' || thrown.code === 'conflict') return 'refused';
    throw thrown;
  }
}

function withdraw({ context, sequence }: JobRun, status: GenerationStatus, why: string): void {
  const atMs = context.clock.now();
  context.db.transaction(() => {
    updateGeneration(context.db, sequence, { cancelRequested: false }, atMs);
    addEvent(context.db, sequence, {
      atMs,
      type: 'cancel-withdrawn',
      status,
      note: why,
    });
    failpoint('before withdrawn');
  });
  failpoint('after withdrawn');
  context.publish(sequence);
}
