// Follows a request for everything that a cloud holds until the answer is here: over restarts, with growing waits, past its due date.
// An answer is kept as a whole or not at all.
import type { AccessState } from '#shared/contract/access.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { DataExport } from '#shared/gateway/data-export.ts';
import { isoTime } from '../clock.ts';
import { createCloudDoor } from '../cloud-erasure/cloud-access.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import type { EngineContext } from '../engine-context.ts';
import { backOffMs } from '../jobs/back-off.ts';
import { type AccessRequest, accessRequestSchema, heldAtSchema } from './access-request.ts';
import { fetchHeld } from './fetch-held.ts';
import { readHeld, replaceHeld } from './held-rows.ts';

export interface AccessRequests {
  state(): AccessState;
  ask(): Promise<AccessState>;
  start(): void;
  stop(): Promise<void>;
}

type Needs = Pick<
  EngineContext,
  'clock' | 'db' | 'version' | 'host' | 'gateway' | 'cloud' | 'random' | 'log' | 'emit'
>;

const limits = { baseMs: 5000, capMs: 3_600_000, floorMs: 1000 };
const firstLookMs = 1000;
const longestLookMs = 3_600_000;

export function createAccessRequests(context: Needs): AccessRequests {
  const { clock, db, gateway, cloud } = context;
  const stopping = new AbortController();
  const { signal } = stopping;
  const door = createCloudDoor(context);
  let cancelTimer: (() => void) | null = null;
  let running: Promise<void> | null = null;

  const present = () => readSetting(db, 'cloud_access', accessRequestSchema);
  const isOffered = () => cloud.state().service?.features.includes('data-export') ?? false;

  function state(): AccessState {
    const request = present();
    const fetchedAt = request?.fetchedAt ?? readSetting(db, 'cloud_held_at', heldAtSchema);
    const held = fetchedAt ? readHeld(db) : null;
    return {
      isOffered: isOffered(),
      request,
      held: held && fetchedAt ? { ...held, fetchedAt } : null,
    };
  }

  function keep(request: AccessRequest): void {
    writeSetting(db, 'cloud_access', request);
    if (!signal.aborted) context.emit('access.changed', state());
    plan(request);
  }

  function plan(request: AccessRequest | null): void {
    cancelTimer?.();
    if (signal.aborted || request?.state !== 'preparing' || request.nextTryAt === null) return;
    const waitMs = Date.parse(request.nextTryAt) - clock.now();
    cancelTimer = clock.later(Math.min(Math.max(waitMs, 100), longestLookMs), () => void look());
  }

  function look(): Promise<void> {
    running ??= attempt().finally(() => {
      running = null;
    });
    return running;
  }

  async function attempt(): Promise<void> {
    const request = present();
    if (request?.state !== 'preparing' || signal.aborted) return;
    const attempts = request.attempts + 1;
    try {
      if ((await door.today()) !== request.cloud) {
        throw new AppError('cloud-unavailable', 'Another cloud is in use.', { retryable: true });
      }
      const told = await gateway.call('getDataExport', { params: { id: request.id }, signal });
      if (told.state === 'ready' && told.download) await take(request, told.download);
      else keep(after(request, told, attempts));
    } catch (thrown) {
      if (signal.aborted) return;
      const { code } = toAppError(thrown);
      // thrown away there, as when something was erased meanwhile
      if (code === 'not-found')
        keep({ ...request, state: 'expired', nextTryAt: null, problem: null });
      else {
        const waitMs = backOffMs(attempts, context.random(), limits);
        const nextTryAt = isoTime(clock.now() + waitMs);
        keep({ ...request, attempts, problem: code, nextTryAt });
      }
    }
  }

  async function take(
    request: AccessRequest,
    download: NonNullable<DataExport['download']>,
  ): Promise<void> {
    const lines = await fetchHeld(gateway, download, {
      downloadHosts: cloud.state().service?.downloadHosts ?? [],
      signal,
    });
    signal.throwIfAborted();
    const fetched: AccessRequest = {
      ...request,
      state: 'fetched',
      nextTryAt: null,
      problem: null,
      fetchedAt: isoTime(clock.now()),
    };
    db.transaction(() => {
      replaceHeld(db, lines);
      writeSetting(db, 'cloud_access', fetched);
      writeSetting(db, 'cloud_held_at', fetched.fetchedAt);
    });
    keep(fetched);
  }

  /** Looked for soon at first, later less and less often. */
  function after(request: AccessRequest, told: DataExport, attempts: number): AccessRequest {
    if (told.state === 'expired') {
      return { ...request, state: 'expired', attempts, nextTryAt: null, problem: null };
    }
    const ageMs = clock.now() - Date.parse(request.requestedAt);
    const waitMs = Math.min(Math.max(ageMs / 4, firstLookMs), longestLookMs);
    return { ...request, attempts, problem: null, nextTryAt: isoTime(clock.now() + waitMs) };
  }

  cloud.onReachable(() => void look());

  return {
    state,
    ask: async () => {
      const known = present();
      if (known?.state === 'preparing') return state();
      const told = await gateway.call('createDataExport', { signal });
      keep({
        id: told.id,
        cloud: await door.today(),
        state: 'preparing',
        requestedAt: told.requestedAt,
        dueAt: told.dueAt,
        nextTryAt: isoTime(clock.now()),
        attempts: 0,
        problem: null,
        fetchedAt: known?.fetchedAt ?? null,
      });
      return state();
    },
    start: () => plan(present()),
    stop: async () => {
      stopping.abort();
      cancelTimer?.();
      await running;
      door.close();
    },
  };
}
