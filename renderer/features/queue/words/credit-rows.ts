// What became of a job's credits, as rows with their times. Pure.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { formatCount, formatCreditChange, formatTimeWithSeconds } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

export interface CreditRow {
  readonly id: 'price' | 'held' | 'givenBack' | 'paid';
  readonly name: string;
  readonly value: string;
}

type Job = Pick<GenerationDetail, 'status' | 'credits' | 'events'>;

export function creditRows(t: Translate, { status, credits, events }: Job): CreditRow[] {
  const { quoted, held, settled, refunded } = credits;
  const rows: CreditRow[] = [];
  // a hold becomes a payment or comes back, and is then no longer in `held`
  const wasHeld = held + settled + refunded;
  if (wasHeld > 0) {
    const at = timeOf(events, ['accepted']);
    const name = at === null ? t('queue:held') : t('queue:heldAt', { time: at });
    rows.push({ id: 'held', name, value: formatCount(wasHeld) });
  } else {
    rows.push({ id: 'price', name: t('queue:price'), value: formatCount(quoted) });
  }
  if (refunded > 0) {
    const at = timeOf(events, ['failed', 'refused', 'cancelled', 'expired']);
    const name = at === null ? t('queue:givenBackRow') : t('queue:givenBackAt', { time: at });
    rows.push({ id: 'givenBack', name, value: formatCreditChange(refunded) });
  }
  if (!isActive(status) || settled > 0) {
    rows.push({ id: 'paid', name: t('queue:youPaid'), value: formatCount(settled) });
  }
  return rows;
}

/** The last of these events. */
function timeOf(events: Job['events'], types: readonly string[]): string | null {
  const event = events.findLast(({ type }) => types.includes(type));
  return event ? formatTimeWithSeconds(event.at) : null;
}
