// The words for a job that ended without a clip, in the order in which they are wanted: what, credits, what to do. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { errorWords } from '../../engine/error-words.ts';
import { formatCredits } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';

export interface EndingWords {
  readonly title: string;
  readonly sentences: readonly string[];
}

const titles = {
  refused: 'queue:refusedTitle',
  expired: 'queue:expiredTitle',
  cancelled: 'queue:cancelledTitle',
  failed: 'queue:failedTitle',
} as const;

/** Their words say already that nothing was taken. */
const saysNothingTaken: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'cloud-rejected',
  'key-conflict',
]);

type Ended = Pick<GenerationSummary, 'status' | 'failure' | 'credits'>;

export function endingWords(t: Translate, job: Ended, isRefetchable: boolean): EndingWords {
  const { status, failure } = job;
  const known = status in titles ? (status as keyof typeof titles) : 'failed';
  const sentences: string[] = [];
  if (failure && status !== 'cancelled') sentences.push(asSentence(errorWords(t, failure)));
  if (!(failure && saysNothingTaken.has(failure.code))) sentences.push(creditWords(t, job));
  sentences.push(t(adviceFor(status, isRefetchable)));
  return { title: t(titles[known]), sentences };
}

function creditWords(t: Translate, { credits }: Ended): string {
  if (credits.refunded > 0) {
    return t('queue:givenBack', { credits: formatCredits(credits.refunded) });
  }
  return credits.settled > 0
    ? t('queue:paid', { credits: formatCredits(credits.settled) })
    : t('queue:nothingTaken');
}

function adviceFor(status: Ended['status'], isRefetchable: boolean) {
  if (status === 'refused') return 'queue:adviceRefused';
  return isRefetchable ? 'queue:adviceFetch' : 'queue:adviceRetry';
}

/** A service's words may come without their full stop. */
function asSentence(words: string): string {
  return /[.!?…”"]$/.test(words) ? words : `${words}.`;
}
