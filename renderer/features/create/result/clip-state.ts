// What a take is doing, in words for its card and for the stage. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive, jobSteps } from '#shared/domain/generation-status.ts';
import { errorWords } from '../../../engine/error-words.ts';
import {
  dayKey,
  formatBytes,
  formatCredits,
  formatDate,
  formatShare,
  formatTime,
} from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { countPromptsOf } from './groups.ts';

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
  paused: 'create:waitingPaused',
  restricted: 'create:waitingRestricted',
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
  /** Why there is no clip. */
  readonly text: string;
  /** What became of the credits; empty when none were held. */
  readonly credits: string;
}

const endingTitles = {
  refused: 'create:refusedTitle',
  cancelled: 'create:cancelledTitle',
  expired: 'create:expiredTitle',
  failed: 'create:failedTitle',
} as const;

type Ended = Pick<GenerationSummary, 'status' | 'failure' | 'credits'>;

export function endingOf(t: Translate, { status, failure, credits }: Ended): Ending {
  const known = status in endingTitles ? (status as keyof typeof endingTitles) : 'failed';
  return {
    title: t(endingTitles[known]),
    text: failure && status !== 'cancelled' ? errorWords(t, failure) : '',
    credits:
      credits.refunded > 0
        ? t('status:creditsGivenBack', { credits: formatCredits(credits.refunded) })
        : '',
  };
}

/** `4 takes · started 14:31`, and with the day when that is not today. */
export function groupNote(
  t: Translate,
  takes: readonly GenerationSummary[],
  { createdAt, takeCount }: GenerationSummary,
  now: Date,
) {
  const time = formatTime(createdAt);
  const prompts = countPromptsOf(takes);
  if (prompts > 1) return t('batches:note', { clips: takes.length, prompts, time });
  return dayKey(createdAt) === dayKey(now)
    ? t('create:takesStarted', { count: takeCount, time })
    : t('create:takesMade', { count: takeCount, day: formatDate(createdAt), time });
}
