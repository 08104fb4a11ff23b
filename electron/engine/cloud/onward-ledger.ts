// Takes over what a service on this device asked of a provider: those requests left the device as well. One page and the place
// after it are kept in one transaction, so that none is missing and none is there twice.
import { z } from 'zod';
import type { OnwardRequest } from '#shared/gateway/onward.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { recordRequest } from '../database/ledger-writes.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import type { GatewayClient } from './gateway-client.ts';

export interface OnwardLedger {
  /** Resolves when everything that has ended is here; also when the cloud does not answer. */
  pull(): Promise<void>;
  /** Soon; many calls become one. */
  pullSoon(): void;
  stop(): void;
}

export interface OnwardLedgerDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly gateway: GatewayClient;
  readonly service: () => ServiceDescription | null;
  readonly isReachable: () => boolean;
}

const pageSize = 200;
const soonMs = 1500;
const timeoutMs = 3000;

export function createOnwardLedger(deps: OnwardLedgerDeps): OnwardLedger {
  const { db, clock, gateway } = deps;
  const stopping = new AbortController();
  let cancelTimer: (() => void) | null = null;
  let pulling: Promise<void> | null = null;

  const isTold = () =>
    deps.isReachable() && (deps.service()?.features.includes('onward-requests') ?? false);

  async function pullAll(): Promise<void> {
    for (let hasMore = true; hasMore && !stopping.signal.aborted;) {
      const cursor = readSetting(db, 'onward_cursor', z.string());
      const page = await gateway.call('onwardRequests', {
        query: { limit: pageSize, ...(cursor === null ? {} : { cursor }) },
        signal: stopping.signal,
        timeoutMs,
      });
      if (stopping.signal.aborted) return;
      db.transaction(() => {
        for (const request of page.items) keep(db, request);
        if (page.nextCursor !== cursor) writeSetting(db, 'onward_cursor', page.nextCursor);
      });
      ({ hasMore } = page);
    }
  }

  function pull(): Promise<void> {
    if (!isTold()) return Promise.resolve();
    pulling ??= pullAll()
      .catch((thrown: unknown) => {
        if (!(thrown instanceof AppError)) throw thrown; // unreachable: asked again the next time
      })
      .finally(() => {
        pulling = null;
      });
    return pulling;
  }

  return {
    pull,
    pullSoon: () => {
      if (!isTold()) return;
      cancelTimer ??= clock.later(soonMs, () => {
        cancelTimer = null;
        void pull();
      });
    },
    stop: () => {
      stopping.abort();
      cancelTimer?.();
    },
  };
}

function keep(db: Database, request: OnwardRequest): void {
  const { at, generationId, status, outcome, bytesReceived, durationMs, ...rest } = request;
  const clip =
    generationId === null
      ? undefined
      : db.get<{ readonly id: string }>(
          'select id from generation where cloud_id = ?',
          generationId,
        );
  const end = recordRequest(db, { ...rest, atMs: Date.parse(at), generationId: clip?.id ?? null });
  end({ status, outcome, bytesReceived, durationMs });
}
