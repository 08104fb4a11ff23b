// Keeps what the user thinks of a result, sends it when they say so, and takes it back. That it may have arrived is written down before
// it is sent, so that nothing the cloud has is ever shown as being here alone.
import type { GenerationId } from '#shared/domain/ids.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { EngineContext, FeedbackHandlers } from '../engine-context.ts';
import { queueCloudErasure } from '../cloud-erasure/queue-cloud-erasure.ts';
import type { JobContext } from '../jobs/job-context.ts';
import {
  keepVerdict,
  leaveCloud,
  placeVerdict,
  readVerdict,
  type VerdictRow,
} from './verdict-rows.ts';

export interface FeedbackDeps {
  readonly jobs: JobContext;
  readonly emit: EngineContext['emit'];
}

export function createFeedbackHandlers({ jobs, emit }: FeedbackDeps): FeedbackHandlers {
  const { db, clock, ids, gateway, cloud } = jobs;
  const underWay = new Set<string>();
  const changed = (id: GenerationId, sequence: number) => {
    jobs.publish(sequence);
    emit('feedback.changed', { id });
  };

  function requireClip(id: string): VerdictRow {
    if (underWay.has(id)) throw new AppError('busy', 'Feedback on this clip is being sent.');
    const row = readVerdict(db, id);
    if (!row) throw new AppError('not-found', 'This clip is not in the library.');
    return row;
  }

  async function send(row: VerdictRow, cloudId: string): Promise<void> {
    const { sequence, verdict, reason } = row;
    if (verdict === null) throw conflict('There is no verdict to send.');
    const startedMs = clock.now();
    placeVerdict(db, sequence, 'sending', startedMs);
    try {
      await gateway.call('sendFeedback', { params: { id: cloudId }, body: { verdict, reason } });
      placeVerdict(db, sequence, 'sent', startedMs);
    } catch (thrown) {
      if (row.place === 'here' && !mayHaveArrived(toAppError(thrown))) {
        placeVerdict(db, sequence, 'here', null);
      }
      throw thrown;
    }
  }

  return {
    'feedback.keep': ({ id, verdict, reason }) => {
      const row = requireClip(id);
      if (row.place !== 'here') throw conflict('The cloud has this verdict. Take it back first.');
      keepVerdict(db, row.sequence, verdict, reason);
      changed(id, row.sequence);
      return {};
    },
    'feedback.send': async ({ id }) => {
      const row = requireClip(id);
      if (row.place === 'sent' || row.isLeaving === 1) throw conflict('It was sent already.');
      if (row.cloudId === null || !cloud.state().service?.features.includes('feedback')) {
        throw conflict('This cloud takes no feedback.');
      }
      underWay.add(id);
      try {
        await send(row, row.cloudId);
      } finally {
        underWay.delete(id);
        changed(id, row.sequence);
      }
      return {};
    },
    'feedback.takeBack': ({ id }) => {
      const row = requireClip(id);
      const { sequence, cloudId } = row;
      if (row.place === 'here' || cloudId === null) throw conflict('The cloud does not have it.');
      if (row.isLeaving === 1) return {};
      db.transaction(() => {
        const [erasureId] = queueCloudErasure(db, {
          subjects: [{ type: 'feedback', generationId: cloudId }],
          atMs: clock.now(),
          makeId: () => ids.make(),
        });
        if (erasureId !== undefined) leaveCloud(db, sequence, erasureId);
      });
      changed(id, sequence);
      jobs.wakeErasures();
      return {};
    },
  };
}

function conflict(message: string): AppError {
  return new AppError('conflict', message);
}

/** Not when nothing left the device, nor when the cloud said no in so many words. */
function mayHaveArrived({ code, details }: AppError): boolean {
  if (code === 'restricted' || details['isSent'] === false) return false;
  const { status } = details;
  return typeof status !== 'number' || status >= 500;
}
