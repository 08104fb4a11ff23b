// What a take is doing, in words for its card and for the stage. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive, jobSteps } from '#shared/domain/generation-status.ts';
import { errorWords } from '../../engine/error-words.ts';
import {
  dayKey,
  formatBytes,
  formatCredits,
  formatDate,
  formatShare,
  formatTime,
} from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';

export function workingOf(t: Translate, { status, progress }: GenerationSummary) {
  return {
    label: t(`status:${status}`),
    figure: progress === null ? undefined : formatShare(progress),
    share: status === 'queued' ? 0 : progress,
  };
}

const waitingWords = {
  network: 'create:waitingNetwork',
  cloud: 'create:waitingCloud',
  'rate-limit': 'create:waitingLimit',
  slot: 'create:waitingSlot',
  disk: 'create:waitingDisk',
} as const;

/** Why it waits, or at which step it is. */
export function workingNote(t: Translate, { step, waiting }: GenerationSummary): string {
  if (waiting) {
    const words = t(waitingWords[waiting.reason]);
    return waiting.until === null
      ? words
      : `${words} · ${t('create:nextTryAt', { time: formatTime(waiting.until) })}`;
  }
  if (step === null) return t('create:waitingSlot');
  return t('create:stepOf', { step: jobSteps.indexOf(step) + 1, total: jobSteps.length });
}

/** At the right under the card of a take. */
export function cardNote(t: Translate, take: GenerationSummary): string {
  if (take.output) return formatBytes(take.output.sizeBytes);
  if (!isActive(take.status)) return t(`status:${take.status}`);
  return take.waiting ? '' : workingNote(t, take);
}

export interface Ending {
  readonly title: string;
  readonly text: string;
}

/** Why there is no clip, and what became of the credits. */
export function endingOf(t: Translate, { status, failure, credits }: GenerationSummary): Ending {
  const sentences = [
    ...(failure ? [errorWords(t, failure)] : []),
    ...(credits.refunded > 0
      ? [t('create:givenBack', { credits: formatCredits(credits.refunded) })]
      : []),
  ];
  const title =
    status === 'refused'
      ? t('create:refusedTitle')
      : status === 'cancelled'
        ? t('create:cancelledTitle')
        : status === 'expired'
          ? t('create:expiredTitle')
          : t('create:failedTitle');
  return { title, text: sentences.join(' ') };
}

/** `4 takes · started 14:31`, and with the day when that is not today. */
export function groupNote(t: Translate, { createdAt, takeCount }: GenerationSummary, now: Date) {
  const time = formatTime(createdAt);
  return dayKey(createdAt) === dayKey(now)
    ? t('create:takesStarted', { count: takeCount, time })
    : t('create:takesMade', { count: takeCount, day: formatDate(createdAt), time });
}
