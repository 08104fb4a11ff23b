// Knows whether the cloud answers, since when, and when it is tried again; keeps its last description for offline use.
import type { CloudState } from '#shared/contract/engine.ts';
import { AppError } from '#shared/errors.ts';
import {
  type Account,
  type ServiceDescription,
  serviceDescriptionSchema,
} from '#shared/gateway/service.ts';
import { type Clock, isoTime, isoTimeOrNull } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import { backOffMs } from '../jobs/back-off.ts';
import type { GatewayClient } from './gateway-client.ts';

export interface CloudMonitor {
  state(): CloudState;
  /** Looks for the first time: at once, or after the delay when an earlier description is known. */
  start(delayMs: number): void;
  /** Looks now; resolves with what it found, also when that is "unreachable". */
  refresh(): Promise<CloudState>;
  /** Something may be different now: looks anew, also when a look is under way, and counts failures from the beginning. */
  lookAnew(): Promise<CloudState>;
  /** Reads the credits again, soon; many calls become one. */
  refreshAccountSoon(): void;
  /** Told by the client of every answer (`null`) and failure. */
  report(error: AppError | null): void;
  /** Called whenever the cloud has become reachable. */
  onReachable(listener: () => void): void;
  readonly nextTryAtMs: number | null;
  readonly isReachable: boolean;
  /** Why it is not reachable. */
  readonly trouble: 'network' | 'cloud';
  stop(): void;
}

export interface CloudMonitorDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: () => number;
  readonly gateway: () => GatewayClient;
  readonly onChange: (state: CloudState) => void;
}

const probe = { baseMs: 1000, capMs: 60_000, floorMs: 500 };
const unreachableCodes = ['cloud-unreachable', 'cloud-timeout'];

export function createCloudMonitor(deps: CloudMonitorDeps): CloudMonitor {
  const { db, clock } = deps;
  let reachable: CloudState['reachable'] = 'unknown';
  let sinceMs = clock.now();
  let nextTryAtMs: number | null = null;
  let trouble: 'network' | 'cloud' = 'cloud';
  let service = readSetting(db, 'cloud_description', serviceDescriptionSchema);
  let account: Account | null = null;
  let failures = 0;
  let cancelProbe: (() => void) | null = null;
  let looking: Promise<CloudState> | null = null;
  const stopping = new AbortController();
  const { signal } = stopping;
  let cancelAccount: (() => void) | null = null;
  let cancelFirstLook: (() => void) | null = null;
  const listeners: (() => void)[] = [];

  const state = (): CloudState => ({
    reachable,
    since: isoTime(sinceMs),
    nextTryAt: isoTimeOrNull(nextTryAtMs),
    service,
    account,
  });
  const changed = () => {
    if (!signal.aborted) deps.onChange(state());
  };

  function setReachable(next: 'yes' | 'no'): void {
    if (reachable === next) return;
    reachable = next;
    sinceMs = clock.now();
  }

  function report(error: AppError | null): void {
    if (signal.aborted) return;
    if (error === null || !unreachableCodes.includes(error.code)) {
      // any answer at all, also a refusal, shows that the cloud is there
      if (error?.code === 'cancelled') return;
      failures = 0;
      nextTryAtMs = null;
      cancelProbe?.();
      cancelProbe = null;
      if (reachable === 'yes') return;
      setReachable('yes');
      changed();
      for (const listener of listeners) listener();
      return;
    }
    trouble = error.details['kind'] === 'network' ? 'network' : 'cloud';
    setReachable('no');
    if (cancelProbe) return;
    failures += 1;
    const waitMs = backOffMs(failures, deps.random(), probe);
    nextTryAtMs = clock.now() + waitMs;
    cancelProbe = clock.later(waitMs, () => {
      cancelProbe = null;
      void refresh();
    });
    changed();
  }

  function keepService(described: ServiceDescription): void {
    service = described;
    writeSetting(db, 'cloud_description', described);
  }

  async function look(): Promise<CloudState> {
    try {
      const gateway = deps.gateway();
      const described = await gateway.call('service', { signal });
      signal.throwIfAborted();
      if (JSON.stringify(described) !== JSON.stringify(service)) keepService(described);
      changed();
      account = await gateway.call('account', { signal });
      changed();
    } catch (thrown) {
      // the client has reported a failure to get an answer already
      if (!signal.aborted && !(thrown instanceof AppError)) throw thrown;
    } finally {
      looking = null;
    }
    return state();
  }

  function refresh(): Promise<CloudState> {
    cancelFirstLook?.();
    if (signal.aborted) return Promise.resolve(state());
    looking ??= look();
    return looking;
  }

  function lookAnew(): Promise<CloudState> {
    failures = 0;
    cancelProbe?.();
    cancelProbe = null;
    return looking ? looking.then(refresh) : refresh();
  }

  return {
    state,
    start: (delayMs) => {
      if (service === null || delayMs === 0) void refresh();
      else cancelFirstLook = clock.later(delayMs, () => void refresh());
    },
    refresh,
    lookAnew,
    report,
    refreshAccountSoon: () => {
      cancelAccount ??= clock.later(250, () => {
        cancelAccount = null;
        if (!signal.aborted) void refresh();
      });
    },
    onReachable: (listener) => {
      listeners.push(listener);
    },
    get nextTryAtMs() {
      return nextTryAtMs;
    },
    get isReachable() {
      return reachable === 'yes';
    },
    get trouble() {
      return trouble;
    },
    stop: () => {
      stopping.abort();
      cancelFirstLook?.();
      cancelProbe?.();
      cancelAccount?.();
    },
  };
}
