// Deletions that outlive the library, in the residue file: as an outbox for the runner, and as the keeper of their tokens. Every change
// is on the disk before anything else happens. What is confirmed leaves the file for the receipt of the wipe.
import { isoTime, isoTimeOrNull } from '../clock.ts';
import { isFresh, type DeleteTokens } from '../cloud-erasure/delete-tokens.ts';
import { longestWaitMs } from '../cloud-erasure/erasure-runner.ts';
import type { ErasureNews, ErasureStore } from '../cloud-erasure/pending-erasure.ts';
import {
  type CloudOutcome,
  type LeftCloud,
  type LeftErasure,
  outcomeOf,
  readResidue,
  writeResidue,
} from './residue.ts';

const whenMs = ({ nextTryAt }: LeftErasure) => (nextTryAt === null ? 0 : Date.parse(nextTryAt));

export function createResidueStore(
  home: string,
  onConfirmed: (outcome: CloudOutcome) => void,
): ErasureStore {
  function change(map: (erasure: LeftErasure, cloud: LeftCloud) => LeftErasure | null): void {
    const clouds = readResidue(home);
    if (clouds.length === 0) return;
    const next = clouds.map((cloud) => ({
      ...cloud,
      erasures: cloud.erasures.flatMap((erasure) => map(erasure, cloud) ?? []),
    }));
    if (JSON.stringify(next) !== JSON.stringify(clouds)) writeResidue(home, next);
  }
  const all = () => readResidue(home).flatMap(({ erasures }) => erasures);

  return {
    due: (nowMs) =>
      readResidue(home).flatMap(({ baseUrl, erasures }) =>
        erasures
          .filter((erasure) => {
            const atMs = whenMs(erasure);
            return atMs <= nowMs || atMs > nowMs + 2 * longestWaitMs; // a clock that was set back
          })
          .map(({ key, subjects, state, requestedAt, attempts }) => ({
            key,
            subjects,
            state,
            requestedAtMs: Date.parse(requestedAt),
            attempts,
            cloud: baseUrl,
          })),
      ),
    nextAtMs: () =>
      all().reduce<number | null>((least, one) => Math.min(least ?? Infinity, whenMs(one)), null),
    note: (key, news) => {
      let confirmed: CloudOutcome | null = null;
      change((erasure, { baseUrl }) => {
        if (erasure.key !== key) return erasure;
        const next = after(erasure, news);
        if (next === null && news.type === 'confirmed') confirmed = ended(baseUrl, erasure, news);
        return next;
      });
      if (confirmed) onConfirmed(confirmed);
    },
    putOff: (untilMs) =>
      change((erasure) =>
        whenMs(erasure) < untilMs ? { ...erasure, nextTryAt: isoTime(untilMs) } : erasure,
      ),
    hurry: (nowMs, isOnlyUnreached) =>
      change((erasure) =>
        !isOnlyUnreached || isUnreached(erasure.lastError)
          ? { ...erasure, nextTryAt: isoTime(Math.min(nowMs, whenMs(erasure))) }
          : erasure,
      ),
  };
}

function isUnreached(code: string | null): boolean {
  return code === null || code === 'cloud-unreachable' || code === 'cloud-timeout';
}

function after(erasure: LeftErasure, news: ErasureNews): LeftErasure | null {
  const attempts = erasure.attempts + 1;
  switch (news.type) {
    case 'asked':
      return erasure; // its cloud is known
    case 'accepted':
      return {
        ...erasure,
        attempts,
        state: 'accepted',
        lastError: null,
        nextTryAt: isoTime(news.nextTryAtMs),
      };
    case 'failed':
      return { ...erasure, attempts, lastError: news.code, nextTryAt: isoTime(news.nextTryAtMs) };
    case 'confirmed':
      return null;
    default:
      return news satisfies never;
  }
}

function ended(
  baseUrl: string,
  erasure: LeftErasure,
  { atMs, confirmation }: Extract<ErasureNews, { type: 'confirmed' }>,
): CloudOutcome {
  return {
    ...outcomeOf(baseUrl, erasure),
    attempts: erasure.attempts + 1,
    state: 'confirmed',
    confirmedAt: isoTimeOrNull(atMs),
    receipt: confirmation.receipt,
    signatureCheck: confirmation.check,
    signatureKey: confirmation.key,
  };
}

/** The tokens in the file. Those of a cloud that is not in it are none of its business. */
export function createResidueTokens(home: string, now: () => number): DeleteTokens {
  function change(cloud: string, token: string | null, expiresAt: string | null): void {
    writeResidue(
      home,
      readResidue(home).map((left) =>
        left.baseUrl === cloud ? { ...left, token, tokenExpiresAt: expiresAt } : left,
      ),
    );
  }
  return {
    held: async (cloud) => {
      const left = readResidue(home).find(({ baseUrl }) => baseUrl === cloud);
      if (!left || left.token === null) return null;
      const token = { token: left.token, expiresAt: left.tokenExpiresAt };
      return isFresh(token, now()) ? token : null;
    },
    keep: async (cloud, { token, expiresAt }) => change(cloud, token, expiresAt),
    drop: async (cloud) => change(cloud, null, null),
  };
}
