// Reads what the account made elsewhere, page by page. Each page and the cursor after it are kept in one transaction, so a cut leaves
// a state to go on from. An answer that makes no sense ends the attempt and is said in the state; it changes nothing.
import { z } from 'zod';
import type { SyncState } from '#shared/contract/sync.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { CloudGeneration } from '#shared/gateway/generation.ts';
import { type Clock, isoTimeOrNull } from '../clock.ts';
import { invalidAnswer } from '../cloud/cloud-errors.ts';
import type { CloudMonitor } from '../cloud/cloud-monitor.ts';
import type { GatewayClient } from '../cloud/gateway-client.ts';
import type { Database } from '../database/database.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import type { Ids } from '../ids.ts';
import type { Log } from '../logging/log.ts';
import { applyPage, type PageEffect } from './apply-page.ts';
import { countNotTold } from './not-told.ts';

export interface HistorySync {
  state(): SyncState;
  /** Reads what is new, or everything; resolves when it is read or a problem ended it. Many calls become one. */
  run(wish?: { readonly isFull: boolean }): Promise<SyncState>;
  /** Looks by itself, first after a while, then again and again. */
  start(): void;
  stop(): void;
}

export interface HistorySyncDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly gateway: GatewayClient;
  readonly cloud: CloudMonitor;
  readonly onState: (state: SyncState) => void;
  /** After each page and at the end. */
  readonly onEffect: (effect: PageEffect) => void;
  /** Nothing more is to be read for now; what only the cloud has may be looked at. */
  readonly onDone: () => void | Promise<void>;
}

const pageSize = 200;
const firstAfterMs = 20_000;
const everyMs = 15 * 60_000;
/** Now and then everything is read again: what a faulty answer left out comes then. */
const fullEveryMs = 7 * 24 * 3_600_000;

const placeSchema = z.object({
  accountId: z.string(),
  /** Of the page to read next; `null` for the first. */
  cursor: z.string().nullable(),
  succeededAtMs: z.number().nullable(),
  fullAtMs: z.number().nullable(),
});
type Place = z.infer<typeof placeSchema>;

export function createHistorySync(deps: HistorySyncDeps): HistorySync {
  const { db, clock, cloud } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  let cancelTimer: (() => void) | null = null;
  let running: Promise<SyncState> | null = null;
  let isNextFull = false;
  let problem: SyncState['problem'] = null;
  let unreadable = 0;
  let notTold = 0;
  // kept at hand: the state is asked for when the database may be closed already
  let succeededAtMs = readSetting(db, 'history_place', placeSchema)?.succeededAtMs ?? null;

  const isOffered = () => cloud.state().service?.features.includes('history') ?? false;
  const readPlace = () => readSetting(db, 'history_place', placeSchema);
  const state = (): SyncState => ({
    isOffered: isOffered(),
    isRunning: running !== null,
    succeededAt: isoTimeOrNull(succeededAtMs),
    problem,
    unreadable,
    notTold,
  });

  async function readAll(isFull: boolean): Promise<void> {
    const accountId = (cloud.state().account ?? (await cloud.refresh()).account)?.id;
    signal.throwIfAborted();
    if (accountId === undefined) {
      throw new AppError('cloud-unreachable', 'The cloud does not answer.', { retryable: true });
    }
    if (!isOffered()) return;
    const known = readPlace();
    let place: Place =
      known?.accountId === accountId
        ? known
        : { accountId, cursor: null, succeededAtMs: null, fullAtMs: null };
    const isWhole =
      isFull ||
      place.cursor === null ||
      Math.abs(clock.now() - (place.fullAtMs ?? 0)) > fullEveryMs; // either way, should the clock have been wrong
    if (isWhole) place = { ...place, cursor: null };
    const told = new Set<string>();
    const asked = new Set<string | null>();
    for (let hasMore = true; hasMore;) {
      if (asked.has(place.cursor)) throw invalidAnswer('generationChanges', 'a page twice');
      asked.add(place.cursor);
      const page = await readPage(place);
      for (const { id } of page.jobs) told.add(id);
      hasMore = page.hasMore;
      const atMs = clock.now();
      place = {
        ...place,
        cursor: page.nextCursor,
        ...(hasMore ? {} : { succeededAtMs: atMs, ...(isWhole ? { fullAtMs: atMs } : {}) }),
      };
      keep(page.jobs, place);
    }
    if (isWhole) notTold = countNotTold(db, { accountId, told, service: cloud.state().service });
  }

  async function readPage({ cursor }: Place) {
    const page = await deps.gateway.call('generationChanges', {
      query: { limit: pageSize, ...(cursor === null ? {} : { cursor }) },
      signal,
    });
    signal.throwIfAborted();
    const jobs = page.items.filter((item): item is CloudGeneration => item !== null);
    if (jobs.length === 0 && page.items.length > 0) {
      throw invalidAnswer('generationChanges', 'nothing readable on a page');
    }
    unreadable += page.items.length - jobs.length;
    return { jobs, nextCursor: page.nextCursor, hasMore: page.hasMore };
  }

  function keep(jobs: readonly CloudGeneration[], place: Place): void {
    const effect = db.transaction(() => {
      writeSetting(db, 'history_place', place);
      return applyPage(db, jobs, {
        accountId: place.accountId,
        makeId: () => deps.ids.make(),
      });
    });
    ({ succeededAtMs } = place);
    if (effect.library + effect.onlyThere > 0) deps.onEffect(effect);
  }

  async function attempt(isFull: boolean): Promise<SyncState> {
    unreadable = 0;
    try {
      await readAll(isFull);
      problem = null;
      await deps.onDone();
    } catch (thrown) {
      if (signal.aborted) return state();
      const { code, message } = toAppError(thrown);
      problem = { code, message };
      deps.log.warn('history-not-read', { code });
    }
    return state();
  }

  function run(wish = { isFull: false }): Promise<SyncState> {
    if (signal.aborted) return Promise.resolve(state());
    if (running !== null) {
      isNextFull ||= wish.isFull;
      return running;
    }
    const attempts = async () => {
      await attempt(wish.isFull);
      while (isNextFull && !signal.aborted) {
        isNextFull = false;
        await attempt(true);
      }
    };
    running = attempts().then(() => {
      running = null;
      const ended = state();
      if (!signal.aborted) deps.onState(ended);
      return ended;
    });
    deps.onState(state());
    return running;
  }

  function plan(delayMs: number): void {
    cancelTimer = clock.later(delayMs, () => {
      plan(everyMs);
      if (cloud.isReachable) void run();
    });
  }

  return {
    state,
    run,
    start: () => plan(firstAfterMs),
    stop: () => {
      stopping.abort();
      cancelTimer?.();
    },
  };
}
