// The one place that talks to the platform's interfaces. Every outcome is named; nothing is thrown but an abort. The key is
// in no outcome. Must not know what the answers mean.
import { z } from 'zod';
import type { Clock } from '../../dependencies.ts';
import type { Authoriser } from './credentials.ts';
import { type ErrorRule, ruleFor } from './provider-errors.ts';
import { readRetryAfter } from './retry-after.ts';

export type Outcome =
  | { readonly type: 'ok'; readonly data: unknown }
  /** The platform said no, in its own form: nothing was accepted, unless the rule says `retry`. */
  | {
      readonly type: 'error';
      readonly code: number;
      readonly rule: ErrorRule;
      /** The platform's own words, without anything secret. */
      readonly detail: string;
      /** How long the platform asks us to stay away; `null` when it does not say. */
      readonly retryAfterMs: number | null;
    }
  /** No answer, or none that can be understood: whatever was asked may have happened. */
  | { readonly type: 'unknown'; readonly reason: string; readonly retryAfterMs: number | null };

export interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly body?: object;
}

export type ProviderHttp = (request: ProviderRequest, signal: AbortSignal) => Promise<Outcome>;

export interface ProviderHttpDeps {
  readonly baseUrl: string;
  readonly authoriser: Authoriser;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly answerMs: number;
}

const envelopeSchema = z.object({
  code: z.number(),
  message: z.string().catch(''),
  // Refusals have none.
  data: z.unknown().optional(),
});
const maxAnswerBytes = 8_000_000;
const maxDetailLength = 200;

export function createProviderHttp(deps: ProviderHttpDeps): ProviderHttp {
  const { authoriser, clock } = deps;
  /** How far the platform's clock is ahead of ours; learned when it refuses a token for its times. */
  let aheadMs = 0;

  async function once(request: ProviderRequest, signal: AbortSignal) {
    const timeout = AbortSignal.timeout(deps.answerMs);
    const response = await deps.fetch(new URL(request.path, deps.baseUrl), {
      method: request.method,
      headers: {
        Authorization: authoriser.header(clock.now() + aheadMs),
        Accept: 'application/json',
        ...(request.body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
      // The key goes to the configured host and nowhere else.
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    });
    const date = Date.parse(response.headers.get('date') ?? '');
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), clock.now());
    const text = await readLimited(response);
    return { outcome: toOutcome(response.status, text, retryAfterMs), date };
  }

  function toOutcome(status: number, text: string, retryAfterMs: number | null): Outcome {
    const parsed = envelopeSchema.safeParse(parseJson(text));
    if (!parsed.success) return unknown(`an answer with status ${status}`, retryAfterMs);
    const { code, message, data } = parsed.data;
    if (code === 0 && status >= 200 && status < 300) return { type: 'ok', data };
    if (code === 0) return unknown(`success with status ${status}`, retryAfterMs);
    const detail = authoriser.redact(message).slice(0, maxDetailLength);
    return { type: 'error', code, rule: ruleFor(code, status), detail, retryAfterMs };
  }

  async function send(request: ProviderRequest, signal: AbortSignal): Promise<Outcome> {
    const first = await once(request, signal);
    const isClock = first.outcome.type === 'error' && first.outcome.rule.action === 'clock';
    if (!isClock || !authoriser.isTimed || Number.isNaN(first.date)) return first.outcome;
    aheadMs = first.date - clock.now();
    return (await once(request, signal)).outcome;
  }

  return async (request, signal) => {
    try {
      return await send(request, signal);
    } catch (thrown) {
      signal.throwIfAborted();
      return unknown(authoriser.redact(reasonOf(thrown)));
    }
  };
}

export function unknown(reason: string, retryAfterMs: number | null = null) {
  return { type: 'unknown', reason, retryAfterMs } as const;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function readLimited(response: Response): Promise<string> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of response.body) {
    sizeBytes += part.length;
    if (sizeBytes > maxAnswerBytes) throw new Error('an answer that is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'no answer';
  const { cause } = thrown;
  const detail = cause instanceof Error ? cause.message : thrown.message;
  return `no answer (${detail.slice(0, maxDetailLength)})`;
}
