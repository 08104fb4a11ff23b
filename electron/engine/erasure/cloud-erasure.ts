// Asks a hosted cloud to erase everything, now and after the wipe, with a token that can do nothing else. Idempotent by its key.
import { AppError, toAppError } from '#shared/errors.ts';
import type { Erasure } from '#shared/gateway/erasure.ts';
import { isoTime } from '../clock.ts';
import { createGatewayClient, type GatewayClient } from '../cloud/gateway-client.ts';
import { createHttpClient } from '../cloud/http-client.ts';
import { checkBaseUrl } from '../cloud/url-rules.ts';
import { recordRequest } from '../database/ledger-writes.ts';
import type { EngineContext } from '../engine-context.ts';
import {
  type CloudOutcome,
  newResidue,
  noteCloudOutcome,
  readResidue,
  type Residue,
  settleResidue,
  writeResidue,
} from './residue.ts';

type Needs = Pick<EngineContext, 'clock' | 'db' | 'ids' | 'paths' | 'log' | 'version' | 'onClose'>;

/** Gets the delete-only token. Nothing has changed anywhere when this fails. */
export async function prepareCloudErasure(
  context: Needs & Pick<EngineContext, 'gateway'>,
  baseUrl: string,
): Promise<Residue> {
  try {
    const { token } = await context.gateway.call('createErasureToken');
    const requestedAt = isoTime(context.clock.now());
    return newResidue({ baseUrl, token, key: context.ids.make(), requestedAt });
  } catch (thrown) {
    const { code, retryable } = toAppError(thrown);
    throw new AppError(
      code,
      'The cloud does not answer, so it cannot be asked to erase. Try again later, or erase this device only.',
      { retryable, cause: thrown },
    );
  }
}

/** The residue is on disk before the cloud is asked, and goes when the cloud has confirmed. */
export async function askCloudToErase(context: Needs, residue: Residue): Promise<CloudOutcome> {
  const { home } = context.paths;
  const { key, requestedAt } = residue;
  const asked: Residue = { ...residue, attempts: residue.attempts + 1, lastError: null };
  writeResidue(home, asked);
  try {
    const { state, receipt } = await eraseEverything(context, residue);
    settleResidue(home, { ...asked, state: 'accepted' }, state === 'confirmed');
    return { key, requestedAt, state, receipt };
  } catch (thrown) {
    settleResidue(home, { ...asked, lastError: toAppError(thrown).code }, false);
    return { key, requestedAt, state: residue.state, receipt: null };
  }
}

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;

/** Goes on with what an earlier wipe left to be confirmed, until it is. */
export function resumePendingErasures(context: Needs): void {
  const { clock, log, paths } = context;
  let forget: (() => void) | null = null;
  let isClosed = false;

  async function attempt(waitMs: number): Promise<void> {
    const residue = readResidue(paths.home);
    if (!residue || isClosed) return;
    const outcome = await askCloudToErase(context, residue);
    log.info('pending-erasure', { state: outcome.state, attempts: residue.attempts + 1 });
    if (outcome.state === 'confirmed') noteCloudOutcome(paths.home, outcome);
    else if (!isClosed) {
      forget = clock.later(waitMs, () => start(Math.min(waitMs * 2, longestWaitMs)));
    }
  }
  const start = (waitMs: number) =>
    void attempt(waitMs).catch((thrown: unknown) =>
      log.error('pending-erasure-failed', { code: toAppError(thrown).code }),
    );

  context.onClose(() => {
    isClosed = true;
    forget?.();
  });
  start(firstWaitMs);
}

async function eraseEverything(context: Needs, residue: Residue): Promise<Erasure> {
  const { gateway, close } = residueClient(context, residue);
  const { key, token } = residue;
  try {
    const known = await gateway
      .call('getErasure', { params: { key }, token })
      .catch((thrown: unknown) => {
        if (toAppError(thrown).code === 'not-found') return null;
        throw thrown;
      });
    if (known) return known;
    const subjects = [{ type: 'everything' as const }];
    return await gateway.call('createErasure', { body: { key, subjects }, token });
  } finally {
    close();
  }
}

/** Its own client, since the address in the residue need not be that of today's cloud. Every request is in the ledger. */
function residueClient(
  { clock, db, version }: Needs,
  residue: Residue,
): { readonly gateway: GatewayClient; close(): void } {
  const http = createHttpClient({
    clock,
    version,
    record: (request) => recordRequest(db, request),
  });
  const endpoint = { base: checkBaseUrl(residue.baseUrl), token: residue.token, isEmbedded: false };
  const gateway = createGatewayClient({
    http,
    clock,
    endpoints: { current: async () => endpoint, renew: async () => endpoint },
    onOutcome: () => undefined,
  });
  return { gateway, close: () => http.close() };
}
