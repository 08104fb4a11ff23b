// What the account's answers teach about sending more: wait for a busy model, stop when the key or the pack is no good.
// Must not talk to anyone.
import { RenderFailure, RenderPostponed } from '../../backend.ts';
import type { Clock } from '../../dependencies.ts';
import { backOffMs } from './back-off.ts';
import type { KlingLimits } from './limits.ts';
import type { ErrorRule } from './provider-errors.ts';

export interface Traffic {
  /** Throws when nothing should be sent for this model now. */
  check(modelId: string): void;
  succeeded(modelId: string): void;
  /** What a clear refusal means for the job; notes what it means for the others. */
  refused(modelId: string, answer: Answer): Error;
  /** Notes an error that came to a question about jobs which the platform has already. */
  noted(answer: Answer): void;
  /** Longer with every try of the same job, and never shorter than the platform asked for. */
  retryDelayMs(generationId: string, atLeastMs?: number | null): number;
  forget(generationId: string): void;
  /** Why nothing is sent at the moment, in words for the user; `null` when all is well. */
  trouble(): string | null;
}

interface Answer {
  readonly rule: ErrorRule;
  readonly detail: string;
  readonly retryAfterMs: number | null;
}

interface Busy {
  readonly untilMs: number;
  readonly failures: number;
}

const halting: readonly ErrorRule['action'][] = ['key', 'clock', 'billing', 'blocked'];

export function createTraffic(
  limits: Pick<KlingLimits, 'busyBackOff' | 'retryBackOff' | 'haltMs'>,
  clock: Clock,
  random: () => number,
): Traffic {
  const busy = new Map<string, Busy>();
  const tries = new Map<string, number>();
  let halt: { readonly untilMs: number; readonly failure: RenderFailure } | null = null;

  function halted(): RenderFailure | null {
    return halt !== null && clock.now() < halt.untilMs ? halt.failure : null;
  }

  function noted({ rule, detail }: Answer): RenderFailure {
    const failure = toFailure(rule, detail);
    if (halting.includes(rule.action)) {
      halt = { untilMs: clock.now() + limits.haltMs, failure };
    }
    return failure;
  }

  return {
    check: (modelId) => {
      const failure = halted();
      if (failure) throw new RenderFailure(failure.code, failure.message);
      const waitMs = (busy.get(modelId)?.untilMs ?? 0) - clock.now();
      if (waitMs > 0) throw new RenderPostponed(waitMs, 'the account is busy');
    },
    succeeded: (modelId) => {
      halt = null;
      busy.delete(modelId);
    },
    refused: (modelId, answer) => {
      if (answer.rule.action !== 'busy') return noted(answer);
      const failures = (busy.get(modelId)?.failures ?? 0) + 1;
      const atLeastMs = answer.retryAfterMs ?? 0;
      const delayMs = backOffMs(limits.busyBackOff, failures, random(), atLeastMs);
      busy.set(modelId, { untilMs: clock.now() + delayMs, failures });
      return new RenderPostponed(delayMs, answer.rule.message);
    },
    noted: (answer) => void noted(answer),
    retryDelayMs: (generationId, atLeastMs) => {
      const failures = (tries.get(generationId) ?? 0) + 1;
      tries.set(generationId, failures);
      return backOffMs(limits.retryBackOff, failures, random(), atLeastMs ?? 0);
    },
    forget: (generationId) => void tries.delete(generationId),
    trouble: () => halted()?.message ?? null,
  };
}

/** The platform's own words say which setting is meant; they are told where the rule alone does not help. */
function toFailure({ action, failureCode, message }: ErrorRule, detail: string): RenderFailure {
  const isVague = action === 'rejected' && detail !== '';
  const words = isVague ? `${message} It says: ${detail}` : message;
  return new RenderFailure(failureCode, words, action === 'refused');
}
