// Answers the contract's calls about clips that are being made, and about the queue that they wait in.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { ClipChange } from '#shared/contract/organise.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { AppError } from '#shared/errors.ts';
import {
  readActive,
  readEndedWithoutResult,
  readSequences,
  requireGeneration,
} from '../database/generation-reads.ts';
import type { EngineContext } from '../engine-context.ts';
import { planChange } from '../organise/plan-change.ts';
import { createGenerations } from './create-generations.ts';
import type { GenerationViews } from './generation-views.ts';
import { type JobContext, moveJob } from './job-context.ts';
import type { QueueControl } from './queue-control.ts';
import { planRetry } from './retry-generation.ts';
import type { Runner } from './runner.ts';

export interface JobHandlerParts {
  readonly context: EngineContext;
  readonly jobs: JobContext;
  readonly queue: QueueControl;
  readonly runner: Runner;
  readonly views: GenerationViews;
}

export function createJobHandlers(parts: JobHandlerParts) {
  return { ...generationHandlers(parts), ...queueHandlers(parts) };
}

const endedInQueue = 50;

function generationHandlers({ context, jobs, runner, views }: JobHandlerParts) {
  const { db, clock, undo } = context;
  const byId = (id: string) => requireGeneration(db, id);
  const create = async (draft: Parameters<typeof createGenerations>[1]) => {
    const sequences = await createGenerations(context, draft);
    for (const sequence of sequences) jobs.publish(sequence);
    runner.wake();
    return readSequences(db, sequences).map((row) => views.summary(row));
  };
  return {
    'generations.create': async (draft) => ({ items: await create(draft) }),
    'generations.get': ({ id }) => views.detail(byId(id)),
    'generations.cancel': async ({ id }) => {
      const row = byId(id);
      if (!isActive(row.status)) {
        throw new AppError('conflict', 'This clip is not being made any more.', {
          details: { status: row.status },
        });
      }
      await runner.cancel(row.sequence);
      return views.summary(byId(id));
    },
    'generations.retry': async ({ id }) => {
      const row = byId(id);
      const plan = planRetry(db, row);
      if (plan.action === 'create') {
        const [made] = await create(plan.draft);
        if (!made) throw new AppError('internal', 'Nothing was made');
        return made;
      }
      moveJob(jobs, row.sequence, 'refetched', {
        change: { failure: null, cancelRequested: false },
      });
      runner.wake();
      return views.summary(byId(id));
    },
    'generations.update': ({ id, title, isFavourite }) => {
      byId(id);
      const change = (wanted: ClipChange) =>
        undo.run(wanted.type, planChange(db, [id], wanted, clock.now()));
      if (title !== undefined) change({ type: 'title', title });
      if (isFavourite !== undefined) change({ type: 'favourite', isFavourite });
      jobs.libraryChanged('updated');
      return views.summary(byId(id));
    },
  } satisfies Partial<EngineHandlers>;
}

function queueHandlers({ context, queue, views }: JobHandlerParts) {
  const { db } = context;
  const summaryOf = (id: string) => views.summary(requireGeneration(db, id));
  return {
    'generations.queue': () => ({
      active: readActive(db).map((row) => views.summary(row)),
      ended: readEndedWithoutResult(db, endedInQueue).map((row) => views.summary(row)),
    }),
    'queue.state': () => queue.state(),
    'queue.pause': () => {
      queue.pause();
      return queue.state();
    },
    'queue.resume': () => {
      queue.resume();
      return queue.state();
    },
    'generations.pause': ({ id }) => {
      queue.pauseJob(id);
      return summaryOf(id);
    },
    'generations.resume': ({ id }) => {
      queue.resumeJob(id);
      return summaryOf(id);
    },
    'generations.move': ({ id, to }) => {
      queue.move(id, to);
      return {};
    },
  } satisfies Partial<EngineHandlers>;
}
