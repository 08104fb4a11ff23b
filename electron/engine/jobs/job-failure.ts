// What an error means for a job: wait and try again, or end it, and how. Pure.
import type { GenerationStatus } from '#shared/domain/generation-status.ts';
import type { AppError, ErrorCode } from '#shared/errors.ts';
import { type BackOff, backOffMs } from './back-off.ts';
import type { Failures, WaitReason } from './live-jobs.ts';

export type FailureDecision =
  /** `delayMs` is `null` when it goes on only after the user did something. */
  | { readonly action: 'wait'; readonly reason: WaitReason; readonly delayMs: number | null }
  | { readonly action: 'end'; readonly event: 'failed' | 'refused' | 'expired' };

export interface JobFailure {
  readonly error: AppError;
  readonly status: GenerationStatus;
  /** This one included. */
  readonly failures: Failures;
  readonly random: number;
}

const quick: BackOff = { baseMs: 1000, capMs: 60_000, floorMs: 400 };
const disk: BackOff = { baseMs: 20_000, capMs: 120_000, floorMs: 5000 };

interface Rule {
  readonly reason: WaitReason;
  readonly limits: BackOff;
  /** After this many alike the job ends; without it, it is tried for ever. A network that is bad in many ways ends nothing. */
  readonly maxFailures?: number;
}

const rules: Readonly<Partial<Record<ErrorCode, Rule>>> = {
  'cloud-rate-limited': { reason: 'rate-limit', limits: quick },
  'cloud-unavailable': { reason: 'cloud', limits: quick },
  'cloud-invalid-answer': { reason: 'cloud', limits: quick },
  deadline: { reason: 'cloud', limits: quick },
  'hash-mismatch': { reason: 'cloud', limits: quick, maxFailures: 4 },
  'size-mismatch': { reason: 'cloud', limits: quick, maxFailures: 8 }, // seen before the bytes come
  conflict: { reason: 'cloud', limits: quick, maxFailures: 4 },
  internal: { reason: 'cloud', limits: quick, maxFailures: 3 },
  'disk-full': { reason: 'disk', limits: disk },
  'disk-read-only': { reason: 'disk', limits: disk },
  'disk-error': { reason: 'disk', limits: disk },
  'library-missing': { reason: 'disk', limits: disk },
};

/** Only for jobs that the cloud holds and has been paid for: they are not given up for want of an answer. */
const rulesInCloud: typeof rules = {
  'cloud-unauthorised': { reason: 'cloud', limits: { ...quick, floorMs: 5000 } },
  'not-found': { reason: 'cloud', limits: quick, maxFailures: 8 },
};

export function decideFailure({ error, status, failures, random }: JobFailure): FailureDecision {
  if (error.code === 'restricted') return { action: 'wait', reason: 'restricted', delayMs: null };
  if (error.code === 'policy-refused') return { action: 'end', event: 'refused' };
  if (error.code === 'cloud-unreachable' || error.code === 'cloud-timeout') {
    const reason = error.details['kind'] === 'network' ? 'network' : 'cloud';
    return { action: 'wait', reason, delayMs: backOffMs(failures.count, random, quick) };
  }
  const isInCloud = status === 'rendering' || status === 'downloading';
  if (error.code === 'output-expired' && isInCloud) return { action: 'end', event: 'expired' };
  const rule = rules[error.code] ?? (isInCloud ? rulesInCloud[error.code] : undefined);
  if (!rule || failures.alike > (rule.maxFailures ?? Infinity)) {
    return { action: 'end', event: 'failed' };
  }
  const asked = error.details['retryAfterMs'];
  return {
    action: 'wait',
    reason: rule.reason,
    delayMs: Math.max(
      typeof asked === 'number' ? notAtOnce(asked, random) : 0,
      backOffMs(failures.count, random, rule.limits),
    ),
  };
}

export function addFailure({ count, alike, code: last }: Failures, code: ErrorCode): Failures {
  return { count: count + 1, alike: code === last ? alike + 1 : 1, code };
}

const mostLaterMs = 3000;

/** As long as was asked for, and a little longer: those that were sent away together do not come back together. */
function notAtOnce(askedMs: number, random: number): number {
  return askedMs + Math.round(Math.min(askedMs / 10, mostLaterMs) * random);
}
