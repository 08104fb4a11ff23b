// The times that the back-end keeps, in one place; tests make them short.
import type { BackOff } from './back-off.ts';

export interface KlingLimits {
  /** Between two queries while nothing changes: from the first to the second. */
  readonly pollMs: { readonly first: number; readonly slowest: number };
  /** After a query that failed. */
  readonly pollBackOff: BackOff;
  /** Before the account is asked again that was busy (at least one second by the platform's word). */
  readonly busyBackOff: BackOff;
  /** Before a job is taken up again whose order got no clear answer. */
  readonly retryBackOff: BackOff;
  readonly downloadBackOff: BackOff;
  readonly downloadTries: number;
  /** How long nothing is asked after the account could not pay or the key was refused. */
  readonly haltMs: number;
  /** An answer of the interfaces, and each silence while a result comes down. */
  readonly answerMs: number;
  readonly idleMs: number;
  readonly maxResultBytes: number;
  readonly balanceMs: number;
  /** How long an answer about the account waits for the provider's. */
  readonly balancePatienceMs: number;
}

export const klingLimits: KlingLimits = {
  pollMs: { first: 5_000, slowest: 10_000 },
  pollBackOff: { baseMs: 5_000, capMs: 60_000 },
  busyBackOff: { baseMs: 2_000, capMs: 20_000 },
  retryBackOff: { baseMs: 3_000, capMs: 120_000 },
  downloadBackOff: { baseMs: 1_000, capMs: 30_000 },
  downloadTries: 5,
  haltMs: 30_000,
  answerMs: 60_000,
  idleMs: 30_000,
  maxResultBytes: 2_000_000_000,
  balanceMs: 15_000,
  balancePatienceMs: 3_000,
};
