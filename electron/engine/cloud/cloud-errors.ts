// What an answer or a broken connection means, as one AppError. Pure.
import { AppError, type ErrorCode } from '#shared/errors.ts';
import {
  errorOfGateway,
  type GatewayFailure,
  gatewayFailureSchema,
} from '#shared/gateway/failure.ts';

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'cloud-unauthorised',
  402: 'credits-insufficient',
  403: 'cloud-rejected',
  404: 'not-found',
  408: 'cloud-timeout',
  409: 'conflict',
  410: 'output-expired',
  413: 'asset-too-large',
  415: 'asset-unsupported',
  425: 'cloud-unavailable',
  429: 'cloud-rate-limited',
};

const retryableCodes: readonly ErrorCode[] = [
  'cloud-unreachable',
  'cloud-timeout',
  'cloud-unavailable',
  'cloud-rate-limited',
  'cloud-invalid-answer',
];

export interface Refusal {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  readonly nowMs: number;
}

/** An answer outside 2xx. Its own words are kept where it speaks the contract. */
export function refusalError({ status, body, retryAfter, nowMs }: Refusal): AppError {
  const failure = readFailure(body);
  const code: ErrorCode =
    (failure ? errorOfGateway[failure.error.code] : byStatus[status]) ??
    (status >= 500
      ? 'cloud-unavailable'
      : status >= 300 && status < 400
        ? 'cloud-invalid-answer' // a network that wants a sign-in sends elsewhere; nobody follows
        : 'cloud-rejected');
  const retryAfterMs = readRetryAfter(retryAfter, nowMs);
  return new AppError(code, failure?.error.message ?? `The cloud answered ${status}.`, {
    retryable: retryableCodes.includes(code),
    details: {
      status,
      ...(failure?.error.field ? { field: failure.error.field } : {}),
      ...(retryAfterMs === null ? {} : { retryAfterMs }),
    },
  });
}

/** Statuses that would end a job. Without the contract's own words they may come from anybody on the way. */
export function isFinalRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}

export function readFailure(body: string): GatewayFailure | null {
  try {
    const parsed = gatewayFailureSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // not the contract's words: the status alone decides
  }
}

/** Milliseconds from a Retry-After header: seconds or a date. At most an hour is believed. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), 3_600_000) : null;
}

const networkCodes = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'];
const timeoutCodes = ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT'];

/** A request that got no answer. `details.isSent` is false where nothing can have arrived. */
export function connectionError(thrown: unknown): AppError {
  const { code = '', message = '' } = thrown as { code?: string; message?: string };
  if (code === 'ERR_CANCELED') return new AppError('cancelled', 'Cancelled');
  const isOffline = networkCodes.includes(code);
  return new AppError(
    timeoutCodes.includes(code) ? 'cloud-timeout' : 'cloud-unreachable',
    isOffline ? 'There is no network.' : 'The cloud does not answer.',
    {
      retryable: true,
      details: {
        kind: isOffline ? 'network' : 'cloud',
        reason: code || message.slice(0, 100),
        isSent: !isOffline && code !== 'ECONNREFUSED',
      },
      cause: thrown,
    },
  );
}

export function invalidAnswer(route: string, why: string): AppError {
  return new AppError('cloud-invalid-answer', 'The cloud gave an answer that makes no sense.', {
    retryable: true,
    details: { route, why: why.slice(0, 200) },
  });
}
