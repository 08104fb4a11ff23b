// Keeps as many jobs going as may go, starts them again after waits, and stops them. What a job does is in run-job.ts.
import { type GenerationStatus, isActive, transition } from '#shared/domain/generation-status.ts';
import { type AppError, toAppError } from '#shared/errors.ts';
import { plainError } from '../plain-error.ts';
import { readCandidates, readGeneration, readUnderWay } from '../database/generation-reads.ts';
import type { JobCandidate } from '../database/generation-reads.ts';
import type { GenerationRow } from '../database/generation-row.ts';
import { countAttempt, updateGeneration } from '../database/generation-writes.ts';
import { failpoint } from '../failpoint.ts';
import { isLibraryThere, libraryMissing } from '../library/library-presence.ts';
import { hasPlacedClip } from './download-step.ts';
import { type JobContext, moveJob } from './job-context.ts';
import { createConcurrencyLessons } from './concurrency-lessons.ts';
import { addFailure, decideFailure } from './job-failure.ts';
import { noFailures, waitFor } from './live-jobs.ts';
import { pickJobs, type RunningJob } from './pick-jobs.ts';
import { runJob } from './run-job.ts';
import { dropIncoming } from './sweep-incoming.ts';

export interface Runner {
  start(): void;
  /** Something may have become possible. */
  wake(): void;
  /** What waits for the network, the cloud or the user's permission is tried now. */
  tryAgain(): void;
  /** Cancels exactly this job; resolves when it has ended or, the cloud not answering, after a moment. */
  cancel(sequence: number): Promise<void>;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
}

interface Running extends RunningJob {
  status: RunningJob['status'];
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

const renderingLimit = 4;
const patienceMs = 3000;
const lookEveryMs = 50;
const unwritableMs = 15_000;
/** Clocks are put right by a little all the time. */
const toleranceMs = 1000;

export function createRunner(context: JobContext): Runner {
  const { db, clock, live, cloud, queue, paths, settings } = context;
  const lessons = createConcurrencyLessons();
  const running = new Map<number, Running>();
  let isOn = false;
  let isScheduled = false;
  let cancelTimer: (() => void) | null = null;
  let lastLookMs = clock.now();

  function wake(): void {
    if (!isOn || isScheduled) return;
    isScheduled = true;
    queueMicrotask(schedule);
  }

  function schedule(): void {
    isScheduled = false;
    if (!isOn) return;
    const nextMs = endDueWaits();
    cancelTimer?.();
    cancelTimer = nextMs === null ? null : clock.later(Math.max(0, nextMs - clock.now()), wake);
    if (!cloud.isReachable) {
      // its return wakes; before the first look, work is a reason to take it now
      if (cloud.state().reachable === 'unknown') void cloud.refresh();
      return;
    }
    const models = cloud.state().service?.models ?? [];
    const picked = pickJobs(
      queue.isPaused
        ? readUnderWay(db).filter(({ sequence }) => !queue.isSuspect(sequence))
        : readCandidates(db, renderingLimit + live.waiting().size),
      running,
      (sequence) => (live.get(sequence)?.waiting ?? null) !== null,
      {
        rendering: renderingLimit,
        downloads: settings.now.downloadsAtOnce,
        concurrencyOf: (id) =>
          lessons.limitOf(id, models.find((model) => model.id === id)?.concurrency ?? 1),
      },
    );
    for (const candidate of picked) startJob(candidate);
  }

  /** Forgets the waits that are over; returns when the next one is. */
  function endDueWaits(): number | null {
    let nextMs: number | null = null;
    const nowMs = clock.now();
    // a clock that was set back must not turn seconds into hours
    const isSetBack = nowMs < lastLookMs - toleranceMs;
    lastLookMs = nowMs;
    for (const [sequence, { untilMs }] of live.waiting()) {
      if (untilMs === null) continue;
      if (untilMs <= nowMs || isSetBack) live.change(sequence, { waiting: null });
      else nextMs = Math.min(nextMs ?? untilMs, untilMs);
    }
    return nextMs;
  }

  function startJob({ sequence, modelId, status }: JobCandidate): void {
    const id = readGeneration(db, sequence)?.id;
    if (id === undefined) return;
    const controller = new AbortController();
    const run = { context, sequence, id, signal: controller.signal };
    const ended = runJob(run, (next) => mayBegin(sequence, next))
      .catch(async (thrown: unknown) => onThrown(sequence, await explain(thrown)))
      .finally(() => {
        running.delete(sequence);
        wake();
      });
    running.set(sequence, { modelId, status, controller, ended });
  }

  /** With the library's drive gone, everything fails for one reason. */
  async function explain(thrown: unknown): Promise<AppError> {
    const error = plainError(thrown);
    if (error.code === 'cancelled' || (await isLibraryThere(paths.marker))) return error;
    return libraryMissing(thrown);
  }

  /** Notes where a job is; false when it has to wait for its turn. */
  function mayBegin(sequence: number, next: GenerationStatus): boolean {
    const job = running.get(sequence);
    if (!job || job.status === next) return true;
    if (job.status === 'submitting' && next === 'rendering') lessons.accepted(job.modelId);
    if (next !== 'downloading') {
      job.status = next;
      return true;
    }
    const fetching = [...running.values()].filter(({ status }) => status === 'downloading').length;
    job.status = next;
    wake(); // its place in the cloud is free
    return fetching < settings.now.downloadsAtOnce;
  }

  function onThrown(sequence: number, error: AppError): void {
    if (!isOn) return; // stopped: the database says where to go on
    try {
      const row = readGeneration(db, sequence);
      if (!row || !isActive(row.status)) return;
      // picked up again at once, also when the cancellation came too late and was withdrawn meanwhile
      const isStopped = running.get(sequence)?.controller.signal.aborted === true;
      if (error.code === 'cancelled' && (isStopped || row.cancel_requested === 1)) return;
      settle(row, error);
    } catch (thrown) {
      // the database cannot be written: nothing is lost, the job is where it was
      const { code } = toAppError(thrown);
      context.log.error('job-not-settled', { sequence, code });
      live.change(sequence, { waiting: waitFor('disk', clock.now() + unwritableMs) });
    }
  }

  function settle(row: GenerationRow, error: AppError): void {
    const { sequence, status } = row;
    const failures = addFailure(live.get(sequence)?.failures ?? noFailures, error.code);
    const decision = decideFailure({ error, status, failures, random: context.random() });
    context.log.warn('job-interrupted', {
      job: row.id,
      status,
      code: error.code,
      action: decision.action,
      failures: failures.count,
      reason: error.cause instanceof Error ? error.cause.message : '',
    });
    if (decision.action === 'end') {
      const event = transition(status, decision.event) ? decision.event : 'failed';
      const { code, message, details } = error;
      moveJob(context, sequence, event, { change: { failure: { code, message, details } } });
      cloud.refreshAccountSoon();
      return;
    }
    const isCloudGone = decision.reason === 'network' || decision.reason === 'cloud';
    const dueMs = decision.delayMs === null ? null : clock.now() + decision.delayMs;
    const untilMs = isCloudGone && !cloud.isReachable ? cloud.nextTryAtMs : dueMs;
    if (error.code === 'cloud-rate-limited' && status === 'submitting') {
      lessons.refused(row.model_id, slotsOf(row.model_id) - 1);
    }
    const why = { ...error.details, code: error.code };
    live.change(sequence, { failures, waiting: waitFor(decision.reason, untilMs, why) });
    context.publish(sequence);
    // a full disk takes no row either, and what was not sent was no attempt
    const isAttempt = decision.reason !== 'disk' && decision.reason !== 'restricted';
    if (isAttempt) countAttempt(db, sequence);
  }

  const slotsOf = (modelId: string) =>
    [...running.values()].filter((job) => job.modelId === modelId && job.status !== 'downloading')
      .length;

  function tryAgain(): void {
    for (const [sequence, { reason }] of live.waiting()) {
      if (reason === 'network' || reason === 'cloud' || reason === 'restricted')
        live.change(sequence, { waiting: null });
    }
    wake();
  }
  cloud.onReachable(tryAgain);

  async function cancel(sequence: number): Promise<void> {
    queue.clearSuspicion(sequence);
    updateGeneration(db, sequence, { cancelRequested: true }, clock.now());
    failpoint('cancel asked');
    const isPlaced = await hasResult(sequence);
    const job = running.get(sequence);
    const row = readGeneration(db, sequence);
    const status = row?.status;
    const isFetching = status === 'downloading' && !isPlaced;
    if (row && !job && (status === 'queued' || status === 'uploading' || isFetching)) {
      moveJob(context, sequence, 'cancelled');
      await dropIncoming(db, paths.incoming, row);
      return;
    }
    live.change(sequence, { waiting: null });
    // a request that may cost something is not dropped halfway: its answer says what to cancel
    if (job && status !== 'submitting') job.controller.abort();
    wake();
    // counted, since a clock that is set back would make it last for hours
    for (let looks = 0; looks < patienceMs / lookEveryMs && isStill(sequence); looks += 1) {
      await clock.sleep(lookEveryMs);
    }
  }

  async function hasResult(sequence: number): Promise<boolean> {
    const row = readGeneration(db, sequence);
    return row?.status === 'downloading' && (await hasPlacedClip(paths.library, row));
  }

  function isStill(sequence: number): boolean {
    const row = isOn ? readGeneration(db, sequence) : undefined;
    return row !== undefined && isActive(row.status) && row.cancel_requested === 1;
  }

  return {
    start: () => {
      isOn = true;
    },
    wake,
    tryAgain,
    cancel,
    stop: async () => {
      isOn = false;
      cancelTimer?.();
      for (const { controller } of running.values()) controller.abort();
      await Promise.race([
        Promise.all([...running.values()].map(({ ended }) => ended)),
        clock.sleep(patienceMs),
      ]);
    },
  };
}
