// What the controls over the ledger say, as the filter that the engine takes. Pure.
import type { LedgerFilter, NetworkRequest } from '#shared/contract/data.ts';

export const ledgerPeriods = ['day', 'week', 'month'] as const;
export type LedgerPeriod = (typeof ledgerPeriods)[number];
export const outcomes = [
  'ok',
  'refused',
  'failed',
  'cancelled',
] as const satisfies readonly NetworkRequest['outcome'][];

export interface LedgerChoice {
  readonly words: string;
  readonly host: string | null;
  readonly outcome: NetworkRequest['outcome'] | null;
  readonly period: LedgerPeriod | null;
}

export const everyRequest: LedgerChoice = { words: '', host: null, outcome: null, period: null };

const dayMs = 86_400_000;
const minuteMs = 60_000;
const lengthsMs = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;

/** The start of a period is a whole minute, so that the same choice is the same question for a while. */
export function filterOf(
  { words, host, outcome, period }: LedgerChoice,
  nowMs: number,
): LedgerFilter {
  const start = period && Math.floor((nowMs - lengthsMs[period]) / minuteMs) * minuteMs;
  return {
    ...(words.trim() !== '' && { words: words.trim() }),
    ...(host !== null && { host }),
    ...(outcome !== null && { outcome }),
    ...(start !== null && { from: new Date(start).toISOString() }),
  };
}
