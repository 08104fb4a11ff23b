// What the steps of a job are given, and the one way in which they move it on.
import type { GenerationEventType } from '#shared/domain/generation-status.ts';
import { AppError } from '#shared/errors.ts';
import type { CloudMonitor } from '../cloud/cloud-monitor.ts';
import type { GatewayClient } from '../cloud/gateway-client.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { readGeneration } from '../database/generation-reads.ts';
import type { GenerationRow } from '../database/generation-row.ts';
import { applyEvent, type GenerationChange } from '../database/generation-writes.ts';
import { failpoint } from '../failpoint.ts';
import type { Ids } from '../ids.ts';
import type { LibraryPaths } from '../library/library-paths.ts';
import type { Log } from '../logging/log.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { Bandwidth } from '../transfers/bandwidth.ts';
import type { Pieces } from '../transfers/pieces.ts';
import { type LiveJob, type LiveJobs, noFailures } from './live-jobs.ts';
import type { QueueControl } from './queue-control.ts';

export interface JobContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: () => number;
  readonly ids: Ids;
  readonly log: Log;
  readonly paths: LibraryPaths & { readonly library: string };
  readonly gateway: GatewayClient;
  readonly cloud: CloudMonitor;
  readonly live: LiveJobs;
  readonly settings: Pick<SettingsBook, 'now'>;
  readonly bandwidth: Bandwidth;
  readonly pieces: Pieces;
  readonly queue: Pick<QueueControl, 'isPaused' | 'isSuspect' | 'clearSuspicion'>;
  /** A deletion in the cloud was queued. */
  readonly wakeErasures: () => void;
  /** Tells the outside about the present state of a job. */
  readonly publish: (sequence: number) => void;
  readonly libraryChanged: (reason: 'added' | 'updated' | 'removed') => void;
}

/** One run of one job: from where the database says it is until it ends, waits or is stopped. */
export interface JobRun {
  readonly context: JobContext;
  readonly sequence: number;
  readonly id: string;
  readonly signal: AbortSignal;
}

export function readJob({ context, sequence }: JobRun): GenerationRow {
  const row = readGeneration(context.db, sequence);
  if (!row) throw new AppError('not-found', 'This clip is not in the library.');
  return row;
}

export interface MoveOptions {
  readonly change?: GenerationChange;
  readonly note?: string;
  /** Changes that belong into the same transaction. */
  readonly also?: () => void;
}

/**
 * What a power cut may take back, since the next look finds it again: nothing was sent before `uploaded`, an accepted job is found by
 * its key, and one that is rendered is asked for once more. The next step that has to be on disk takes these with it.
 */
const foundAgain: ReadonlySet<GenerationEventType> = new Set(['started', 'accepted', 'rendered']);

/** Moves a job on in one transaction and says so. What was known about the step before is forgotten. */
export function moveJob(
  context: JobContext,
  sequence: number,
  event: GenerationEventType,
  options: MoveOptions = {},
): void {
  const { also, ...rest } = options;
  const { db } = context;
  const change = () =>
    db.transaction(() => {
      also?.();
      applyEvent(db, { sequence, event, atMs: context.clock.now(), ...rest });
      failpoint(`before ${event}`);
    });
  if (foundAgain.has(event)) db.relaxed(change);
  else change();
  failpoint(`after ${event}`);
  context.live.change(sequence, {
    step: null,
    progress: null,
    waiting: null,
    failures: noFailures,
  });
  context.publish(sequence);
  // what is held or comes back changes the balance as well
  if (rest.change?.credits) context.cloud.refreshAccountSoon();
}

const publishEveryMs = 200;

/** A function that notes progress and tells about it a few times a second. */
export function createProgress(run: JobRun): (change: Partial<LiveJob>) => void {
  const { context, sequence } = run;
  let publishedAtMs = Number.NEGATIVE_INFINITY;
  return (change) => {
    context.live.change(sequence, { ...change, waiting: null });
    const now = context.clock.now();
    if (Math.abs(now - publishedAtMs) < publishEveryMs) return;
    publishedAtMs = now;
    context.publish(sequence);
  };
}
