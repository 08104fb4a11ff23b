// Hands deletions in clouds over to the residue file before a wipe takes the library: those that are still waiting, and everything when
// that was asked for. Asks once at once; what is not confirmed then is gone on with by every later start.
import { AppError, toAppError } from '#shared/errors.ts';
import type { ErasureSubject, ErasureToken } from '#shared/gateway/erasure.ts';
import { isoTime } from '../clock.ts';
import { createAskCloud } from '../cloud-erasure/ask-cloud.ts';
import { createCloudDoor } from '../cloud-erasure/cloud-access.ts';
import { createDeleteTokens } from '../cloud-erasure/delete-tokens.ts';
import { readSubjects } from '../cloud-erasure/outbox-store.ts';
import { embeddedCloud } from '../cloud-erasure/pending-erasure.ts';
import { createErasureRunner } from '../cloud-erasure/erasure-runner.ts';
import type { EngineContext } from '../engine-context.ts';
import {
  type CloudOutcome,
  type LeftCloud,
  type LeftErasure,
  mergeResidue,
  outcomeOf,
  readResidue,
  writeResidue,
} from './residue.ts';
import { createResidueStore, createResidueTokens } from './residue-store.ts';

/** What would be left for clouds. Nothing has changed anywhere when this fails. */
export async function prepareHandOver(
  context: EngineContext,
  hostedCloud: string | null,
  isEverything: boolean,
): Promise<readonly LeftCloud[]> {
  const { clock, ids } = context;
  const byCloud = waitingByCloud(context, hostedCloud);
  if (isEverything && hostedCloud !== null) {
    const everything = leave(ids.make(), [{ type: 'everything' }], clock.now());
    byCloud.set(hostedCloud, [...(byCloud.get(hostedCloud) ?? []), everything]);
  }
  const left: LeftCloud[] = [];
  for (const [baseUrl, erasures] of byCloud) {
    const isNeeded = isEverything && baseUrl === hostedCloud;
    const token = await tokenFor(context, baseUrl, { isNow: baseUrl === hostedCloud, isNeeded });
    left.push({
      baseUrl,
      token: token?.token ?? null,
      tokenExpiresAt: token?.expiresAt ?? null,
      erasures,
    });
  }
  return left;
}

/** The residue is on the disk before any cloud is asked. */
export async function handOver(
  context: EngineContext,
  added: readonly LeftCloud[],
): Promise<readonly CloudOutcome[]> {
  const { clock, random, log } = context;
  const { home } = context.paths;
  if (added.length === 0) return [];
  writeResidue(home, mergeResidue(readResidue(home), added));
  const confirmed: CloudOutcome[] = [];
  const door = createCloudDoor(context);
  const runner = createErasureRunner({
    store: createResidueStore(home, (outcome) => confirmed.push(outcome)),
    ask: createAskCloud({
      open: (name) => door.open(name),
      tokens: createResidueTokens(home, () => clock.now()),
      onAsking: () => undefined,
      signal: new AbortController().signal,
    }),
    clock,
    random,
    log,
    onChange: () => undefined,
  });
  await runner.tryNow();
  await runner.stop();
  door.close();
  const waiting = readResidue(home).flatMap(({ baseUrl, erasures }) =>
    erasures.map((erasure) => outcomeOf(baseUrl, erasure)),
  );
  return [...waiting, ...confirmed];
}

function leave(key: string, subjects: readonly ErasureSubject[], atMs: number): LeftErasure {
  return {
    key,
    subjects: [...subjects],
    requestedAt: isoTime(atMs),
    attempts: 0,
    state: 'waiting',
    nextTryAt: null,
    lastError: null,
  };
}

interface WaitingRow {
  readonly id: string;
  readonly subjects: string;
  readonly state: 'waiting' | 'accepted';
  readonly requested_at: number;
  readonly attempts: number;
  readonly cloud: string | null;
}

/** Those of the cloud in this app go with it. */
function waitingByCloud(
  { db }: EngineContext,
  hostedCloud: string | null,
): Map<string, LeftErasure[]> {
  const rows = db.all<WaitingRow>(
    `select id, subjects, state, requested_at, attempts, cloud from erasure where state <> 'confirmed'
     order by requested_at, id`,
  );
  const byCloud = new Map<string, LeftErasure[]>();
  for (const { id, subjects, state, requested_at: atMs, attempts, cloud } of rows) {
    const address = cloud ?? hostedCloud;
    if (address === null || address === embeddedCloud) continue;
    const erasure = { ...leave(id, readSubjects(subjects), atMs), state, attempts };
    byCloud.set(address, [...(byCloud.get(address) ?? []), erasure]);
  }
  return byCloud;
}

async function tokenFor(
  context: EngineContext,
  cloud: string,
  { isNow, isNeeded }: { readonly isNow: boolean; readonly isNeeded: boolean },
): Promise<ErasureToken | null> {
  const held = await createDeleteTokens(context.host, context.clock).held(cloud);
  if (held || !isNow) return held;
  try {
    return await context.gateway.call('createErasureToken');
  } catch (thrown) {
    if (!isNeeded) return null; // whoever signs in there again lets it go on
    const { code, retryable } = toAppError(thrown);
    throw new AppError(
      code,
      'The cloud does not answer, so it cannot be asked to erase. Try again later, or erase this device only.',
      { retryable, cause: thrown },
    );
  }
}
