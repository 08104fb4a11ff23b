// The words for a job that ended without a clip, in the order in which they are wanted: what, credits, what to do. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { ErrorCode } from '#shared/errors.ts';
import type { errorOfGateway } from '#shared/gateway/failure.ts';
import { errorWords, ownWords } from '../../../engine/error-words.ts';
import { formatCount, formatCredits } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

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

/** Whatever the service answers, and what happens without an answer. */
export type EndingCode =
  | (typeof errorOfGateway)[keyof typeof errorOfGateway]
  | 'render-failed'
  | 'size-mismatch'
  | 'url-forbidden'
  | 'asset-unreadable'
  | 'cloud-invalid-answer'
  | 'cloud-unreachable'
  | 'cloud-timeout'
  | 'deadline'
  | 'internal';

const retry = 'endings:do.retry';
const image = 'endings:do.image';

/** What to do about each, where the result is not in the cloud any more, or never was. */
const advice = {
  'policy-refused': 'endings:do.words',
  'credits-insufficient': 'endings:do.credits',
  'cloud-unauthorised': 'endings:do.signIn',
  'cloud-rejected': 'endings:do.settings',
  'destination-changed': 'endings:do.provider',
  'asset-unreadable': image,
  'asset-unsupported': image,
  'asset-too-large': image,
  'render-failed': retry,
  'output-expired': retry,
  'cloud-rate-limited': retry,
  'cloud-unavailable': retry,
  'cloud-invalid-answer': retry,
  'cloud-unreachable': retry,
  'cloud-timeout': retry,
  deadline: retry,
  'not-found': retry,
  'key-conflict': retry,
  conflict: retry,
  'hash-mismatch': retry,
  'size-mismatch': retry,
  'url-forbidden': retry,
  internal: retry,
} as const satisfies Record<EndingCode, string>;

export const endingCodes = Object.keys(advice) as readonly EndingCode[];

const isEndingCode = (code: ErrorCode | undefined): code is EndingCode =>
  code !== undefined && code in advice;

type Ended = Pick<GenerationSummary, 'status' | 'failure' | 'credits'>;

export function endingWords(t: Translate, job: Ended, isRefetchable: boolean): EndingWords {
  const { status, failure } = job;
  const known = status in titles ? (status as keyof typeof titles) : 'failed';
  const sentences: string[] = [];
  if (failure && status !== 'cancelled') sentences.push(asSentence(whatHappened(t, failure)));
  sentences.push(creditWords(t, job), t(adviceFor(job, isRefetchable)));
  return { title: t(titles[known]), sentences };
}

function whatHappened(t: Translate, failure: NonNullable<Ended['failure']>): string {
  const { code } = failure;
  return (
    ownWords(failure) ?? (isEndingCode(code) ? t(`endings:what.${code}`) : errorWords(t, failure))
  );
}

function creditWords(t: Translate, { credits }: Ended): string {
  if (credits.refunded > 0) {
    const { refunded } = credits;
    return t('queue:givenBack', { count: refunded, figure: formatCount(refunded) });
  }
  return credits.settled > 0
    ? t('queue:paid', { credits: formatCredits(credits.settled) })
    : t('queue:nothingTaken');
}

function adviceFor({ status, failure }: Ended, isRefetchable: boolean) {
  if (status === 'refused') return 'endings:do.words';
  if (isRefetchable) return 'endings:do.fetch';
  const code = failure?.code;
  return status !== 'cancelled' && isEndingCode(code) ? advice[code] : retry;
}

/** A service's words may come without their full stop. */
function asSentence(words: string): string {
  return /[.!?…”"]$/.test(words) ? words : `${words}.`;
}
