// How the cloud's view of a job changes ours. Pure.
import { type ErrorCode, isErrorCode } from '#shared/errors.ts';
import type { CloudGeneration } from '#shared/gateway/generation.ts';
import type { GenerationEventType } from '#shared/domain/generation-status.ts';
import { invalidAnswer } from '../cloud/cloud-errors.ts';
import type { GenerationChange } from '../database/generation-writes.ts';

/** What is kept of every answer about a job. */
export function changeFromCloud(generation: CloudGeneration): GenerationChange {
  return {
    cloudId: generation.id,
    credits: generation.credits,
    cloudExpiresAtMs: generation.expiresAt === null ? null : Date.parse(generation.expiresAt),
    isInCloud: generation.status !== 'expired',
  };
}

/** An answer about another job is none. */
export function requireJob(generation: CloudGeneration, cloudId: string): CloudGeneration {
  if (generation.id !== cloudId) throw invalidAnswer('getGeneration', 'another job');
  return generation;
}

export interface RenderOutcome {
  readonly event: Extract<
    GenerationEventType,
    'rendered' | 'failed' | 'refused' | 'cancelled' | 'expired'
  >;
  readonly change: GenerationChange;
}

/** How rendering ended, or `null` while it goes on. */
export function renderOutcome(generation: CloudGeneration): RenderOutcome | null {
  const change = changeFromCloud(generation);
  switch (generation.status) {
    case 'queued':
    case 'running':
      return null;
    case 'succeeded':
      return { event: 'rendered', change };
    case 'cancelled':
      return { event: 'cancelled', change };
    case 'failed':
      return { event: 'failed', change: { ...change, failure: failureOf(generation) } };
    case 'refused':
      return { event: 'refused', change: { ...change, failure: failureOf(generation) } };
    case 'expired':
      return { event: 'expired', change: { ...change, failure: failureOf(generation) } };
    default:
      return generation.status satisfies never;
  }
}

const defaultWords = {
  failed: ['render-failed', 'The cloud could not make this clip.'],
  refused: ['policy-refused', 'The cloud refused this prompt.'],
  expired: ['output-expired', 'The cloud has removed the result already.'],
} as const satisfies Record<string, readonly [ErrorCode, string]>;

function failureOf(generation: CloudGeneration): NonNullable<GenerationChange['failure']> {
  const status = generation.status as keyof typeof defaultWords;
  const [defaultCode, defaultMessage] = defaultWords[status];
  const told = generation.failure;
  const isKnown = status === 'failed' && isErrorCode(told?.code);
  return {
    code: isKnown && told ? told.code : defaultCode,
    message: told?.message ?? defaultMessage,
    details: { refunded: generation.credits.refunded, settled: generation.credits.settled },
  };
}
