// Asks again and again until each deletion is confirmed: one at a time, with growing random waits, at once when the cloud is back.
// When to ask is decided here; how, in ask-cloud.ts; what it means for the library, in the store.
import { toAppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { backOffMs } from '../jobs/back-off.ts';
import type { Log } from '../logging/log.ts';
import type { AskCloud, CloudAnswer } from './ask-cloud.ts';
import type { ErasureStore, PendingErasure } from './pending-erasure.ts';

export interface ErasureRunner {
  /** Something may be due. */
  wake(): void;
  /** The cloud answers again. */
  hurry(): void;
  /** A person wants it tried now. Resolves when everything was tried once. */
  tryNow(): Promise<void>;
  stop(): Promise<void>;
}

export interface ErasureRunnerDeps {
  readonly store: ErasureStore;
  readonly ask: AskCloud;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly onChange: () => void;
}

export const longestWaitMs = 3_600_000;
const limits = { baseMs: 5000, capMs: longestWaitMs, floorMs: 1000 };
const firstLookMs = 2000;
const backupsLookMs = 24 * 3_600_000;
const unreached: readonly string[] = ['cloud-unreachable', 'cloud-timeout'];

export function createErasureRunner(deps: ErasureRunnerDeps): ErasureRunner {
  const { store, clock, log } = deps;
  let isStopped = false;
  let cancelTimer: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let isWanted = false;

  /** False when nothing else need be tried now. */
  async function attempt(pending: PendingErasure): Promise<boolean> {
    try {
      const answer = await deps.ask(pending);
      if (isStopped) return false;
      keep(pending, answer);
      return true;
    } catch (thrown) {
      if (isStopped) return false;
      const error = toAppError(thrown);
      const nextTryAtMs = clock.now() + waitAfter(pending, error.details['retryAfterMs']);
      log.warn('erasure-not-confirmed', { code: error.code, attempts: pending.attempts + 1 });
      store.note(pending.key, { type: 'failed', code: error.code, nextTryAtMs });
      if (!unreached.includes(error.code)) return true;
      store.putOff(nextTryAtMs);
      return false;
    } finally {
      if (!isStopped) deps.onChange();
    }
  }

  function waitAfter({ attempts, state }: PendingErasure, retryAfter: unknown): number {
    if (state === 'confirmed') return backupsLookMs;
    const waitMs = backOffMs(attempts + 1, deps.random(), limits);
    return Math.max(waitMs, typeof retryAfter === 'number' ? retryAfter : 0);
  }

  function keep(pending: PendingErasure, answer: CloudAnswer): void {
    const nowMs = clock.now();
    if (answer.type === 'accepted') {
      const ageMs = nowMs - pending.requestedAtMs;
      const lookMs = Math.min(Math.max(ageMs / 4, firstLookMs), longestWaitMs);
      store.note(pending.key, { type: 'accepted', nextTryAtMs: nowMs + lookMs });
      return;
    }
    const { backupsUntilMs, backupsPurgedAtMs } = answer.confirmation;
    const isComplete = backupsUntilMs === null || backupsPurgedAtMs !== null;
    store.note(pending.key, {
      type: 'confirmed',
      atMs: nowMs,
      nextTryAtMs: isComplete
        ? null
        : Math.max(backupsUntilMs + limits.baseMs, nowMs + limits.baseMs),
      confirmation: answer.confirmation,
    });
    log.info('erasure-confirmed', { state: answer.confirmation.check ?? 'no receipt' });
  }

  async function pass(): Promise<void> {
    for (const pending of store.due(clock.now())) {
      if (isStopped || !(await attempt(pending))) return;
    }
  }

  async function run(): Promise<void> {
    cancelTimer?.();
    while (isWanted && !isStopped) {
      isWanted = false;
      await pass();
    }
    running = null;
    if (!isStopped) plan();
  }

  function plan(): void {
    const nextMs = store.nextAtMs();
    cancelTimer?.();
    cancelTimer =
      nextMs === null
        ? null
        : clock.later(Math.min(Math.max(nextMs - clock.now(), 250), longestWaitMs), wake);
  }

  function start(): Promise<void> {
    isWanted = true;
    running ??= run().catch((thrown: unknown) => {
      // the database cannot be read or written: nothing is lost, and it is tried again
      running = null;
      log.error('erasures-stopped', { code: toAppError(thrown).code });
      if (!isStopped) cancelTimer = clock.later(limits.capMs / 60, wake);
    });
    return running;
  }
  function wake(): void {
    if (!isStopped) void start();
  }

  return {
    wake,
    hurry: () => {
      if (isStopped) return;
      store.hurry(clock.now(), true);
      wake();
    },
    tryNow: async () => {
      if (isStopped) return;
      store.hurry(clock.now(), false);
      await start();
    },
    stop: async () => {
      isStopped = true;
      cancelTimer?.();
      await running;
    },
  };
}
