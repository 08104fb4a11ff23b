import { expect, test } from 'vitest';
import { activeStatuses } from '#shared/domain/generation-status.ts';
import { AppError, type ErrorCode, errorCodes } from '#shared/errors.ts';
import { errorOfGateway, type GatewayErrorCode } from '#shared/gateway/failure.ts';
import { addFailure, decideFailure } from './job-failure.ts';
import { noFailures } from './live-jobs.ts';

const inARow = (codes: readonly ErrorCode[]) => codes.reduce(addFailure, noFailures);

const decide = (error: AppError, status: (typeof activeStatuses)[number], times = 1) =>
  decideFailure({
    error,
    status,
    failures: inARow(Array<ErrorCode>(times).fill(error.code)),
    random: 0.5,
  });

test('policy refusals and used-up credits are never tried again', () => {
  for (const status of activeStatuses) {
    expect(decide(new AppError('policy-refused', ''), status)).toEqual({
      action: 'end',
      event: 'refused',
    });
    expect(decide(new AppError('credits-insufficient', ''), status).action).toBe('end');
  }
});

test('an absent cloud is waited for, however long', () => {
  const error = new AppError('cloud-unreachable', '', { details: { kind: 'network' } });
  for (const status of activeStatuses) {
    expect(decide(error, status, 100_000)).toMatchObject({ action: 'wait', reason: 'network' });
  }
});

test('a wait that the cloud asked for is obeyed, and the jobs do not come back at the same moment', () => {
  const error = new AppError('cloud-rate-limited', '', { details: { retryAfterMs: 90_000 } });
  const delayOf = (random: number) =>
    decideFailure({ error, status: 'submitting', failures: inARow([error.code]), random });
  const wait = { action: 'wait', reason: 'rate-limit' };
  expect(delayOf(0)).toEqual({ ...wait, delayMs: 90_000 });
  expect(delayOf(0.5)).toEqual({ ...wait, delayMs: 91_500 });
  expect(delayOf(1)).toEqual({ ...wait, delayMs: 93_000 });
});

test('wrong bytes are fetched again a few times, then the job fails', () => {
  const error = new AppError('hash-mismatch', '');
  expect(decide(error, 'downloading', 4).action).toBe('wait');
  expect(decide(error, 'downloading', 5)).toEqual({ action: 'end', event: 'failed' });
});

test('a paid result is not given up because a bad network fails in many ways', () => {
  const error = new AppError('hash-mismatch', '');
  const before = ['cloud-unreachable', 'cloud-invalid-answer', 'size-mismatch'] as const;
  const bad = Array.from({ length: 9 }, () => before).flat();
  const failures = inARow([...bad, error.code]);
  expect(failures).toEqual({ count: 28, alike: 1, code: error.code });
  expect(decideFailure({ error, status: 'downloading', failures, random: 1 })).toMatchObject({
    action: 'wait',
    delayMs: 60_000,
  });
});

test('a job that was paid for is not given up because of a stale sign-in', () => {
  const error = new AppError('cloud-unauthorised', '');
  expect(decide(error, 'rendering').action).toBe('wait');
  expect(decide(error, 'submitting').action).toBe('end');
});

test('every error ends the job or waits at least a moment', () => {
  for (const code of errorCodes) {
    for (const status of activeStatuses) {
      const decision = decide(new AppError(code, ''), status);
      // what the user forbade goes on when they allow it, and not by itself
      const isTriedAgain = decision.action === 'wait' && decision.delayMs !== null;
      expect(!isTriedAgain || decision.delayMs >= 400, code).toBe(true);
    }
  }
});

/** Of a job that is just being sent, on the first answer of this kind. */
const whenSent = {
  'invalid-request': 'end',
  unauthorised: 'end',
  forbidden: 'end',
  'not-found': 'end',
  'key-conflict': 'end',
  'destination-changed': 'end',
  'offset-conflict': 'wait',
  'hash-mismatch': 'wait',
  'too-large': 'end',
  'unsupported-media': 'end',
  'policy-refused': 'end',
  'credits-insufficient': 'end',
  'rate-limited': 'wait',
  unavailable: 'wait',
  expired: 'end',
  internal: 'wait',
} as const satisfies Record<GatewayErrorCode, 'end' | 'wait'>;

test.each(Object.entries(whenSent))('%s: %s', (code, action) => {
  const error = new AppError(errorOfGateway[code as GatewayErrorCode], '');
  expect(decide(error, 'submitting').action).toBe(action);
});
