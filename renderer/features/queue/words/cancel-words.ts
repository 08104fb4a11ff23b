// What cancelling means for the credits: before it, and after it. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { formatCredits } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

type Job = Pick<GenerationSummary, 'status' | 'credits'>;

/** Nothing that cost time or credits is lost, so it needs no question. */
export function isFreeToCancel({ status }: Job): boolean {
  return status === 'queued' || status === 'uploading';
}

export function askWords(t: Translate, { status, credits }: Job): string {
  if (isFreeToCancel({ status, credits })) return t('queue:askUnsent');
  if (status === 'downloading') {
    const paid = credits.settled;
    return paid > 0 ? t('queue:askPaid', { credits: formatCredits(paid) }) : t('queue:askDone');
  }
  return credits.held > 0
    ? t('queue:askHeld', { credits: formatCredits(credits.held) })
    : t('queue:askFree');
}

export function cancelledWords(t: Translate, { credits }: Job): string {
  if (credits.refunded > 0) {
    return t('queue:cancelled', { credits: formatCredits(credits.refunded) });
  }
  return credits.settled > 0
    ? t('queue:cancelledPaid', { credits: formatCredits(credits.settled) })
    : t('queue:cancelledFree');
}
