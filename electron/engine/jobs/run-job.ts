// Takes one job from where the database says it is as far as it goes. Returns when it has ended; throws when it cannot go on now.
import { isActive } from '#shared/domain/generation-status.ts';
import type { GenerationStatus } from '#shared/domain/generation-status.ts';
import { cancelJob } from './cancel-step.ts';
import { fetchOutputs } from './download-step.ts';
import { type JobRun, moveJob, readJob } from './job-context.ts';
import { followRender } from './render-step.ts';
import { recoverCloudId, submit } from './submit-step.ts';
import { uploadContents } from './upload-step.ts';

/** `mayBegin` is asked before each step; a job that may not go on now is left where it is. */
export async function runJob(
  run: JobRun,
  mayBegin: (status: GenerationStatus) => boolean,
): Promise<void> {
  /** True only between our own write of `submitting` and the first request. */
  let isFirstRequest = false;
  for (;;) {
    const row = readJob(run);
    if (!isActive(row.status)) return;
    const isItsTurn = mayBegin(row.status);
    if (row.cancel_requested === 1) {
      await cancelJob(run, row, isFirstRequest);
      continue;
    }
    run.signal.throwIfAborted();
    if (!isItsTurn) return;
    switch (row.status) {
      case 'queued':
        moveJob(run.context, run.sequence, 'started');
        break;
      case 'uploading':
        await uploadContents(run);
        moveJob(run.context, run.sequence, 'uploaded');
        isFirstRequest = true;
        break;
      case 'submitting':
        await submit(run, row, isFirstRequest);
        isFirstRequest = false;
        break;
      case 'rendering':
        await followRender(run, row.cloud_id ?? (await recoverCloudId(run)));
        break;
      case 'downloading':
        await fetchOutputs(run, row);
        break;
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
}
