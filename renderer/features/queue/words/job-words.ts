// Facts of a job as short words and figures: its name, the line under it, where it stopped, its credits. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive, type JobStep } from '#shared/domain/generation-status.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { clipNote, clipTitle } from '../../../clip/clip-words.ts';
import { formatCount, formatCreditChange } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

/** `Umbrella, Dotonbori · take 3` */
export function jobTitle(t: Translate, job: GenerationSummary): string {
  return job.takeCount > 1
    ? t('queue:takeOf', { name: clipTitle(job), number: job.take })
    : clipTitle(job);
}

const madeFrom = {
  'text-to-video': 'queue:fromText',
  'image-to-video': 'queue:fromImage',
  'extend-video': 'queue:fromVideo',
  imported: 'queue:imported',
} as const;

/** `3.0 Omni · 1080p · 8 s · from an image` */
export function jobNote(t: Translate, job: GenerationSummary): string {
  const { duration } = job.parameters;
  const parts = [clipNote(job)];
  if (typeof duration === 'number') parts.push(`${duration} s`);
  parts.push(t(madeFrom[job.kind]));
  return parts.join(' · ');
}

const stepOfStatus: Readonly<Partial<Record<GenerationSummary['status'], JobStep>>> = {
  uploading: 'upload',
  submitting: 'send',
  rendering: 'render',
  downloading: 'download',
};

/** Which step a failure with this code belongs to. */
const stepOfFailure: Readonly<Partial<Record<ErrorCode, JobStep>>> = {
  'asset-unreadable': 'upload',
  'asset-unsupported': 'upload',
  'asset-too-large': 'upload',
  'hash-mismatch': 'download',
  'size-mismatch': 'download',
  'output-expired': 'download',
  'url-forbidden': 'download',
  'disk-full': 'save',
  'disk-error': 'save',
  'disk-read-only': 'save',
};

/** The step under way, or the one it stopped at. `null` before the first one. */
export function stepOf(job: GenerationSummary): JobStep | null {
  const { status, step, failure, credits } = job;
  if (isActive(status)) return step ?? stepOfStatus[status] ?? null;
  const stopped = failure === null ? undefined : stepOfFailure[failure.code];
  if (stopped) return stopped;
  // credits are held from the moment the service has the job
  return credits.refunded + credits.settled + credits.held > 0 ? 'render' : 'send';
}

export interface CreditFigure {
  readonly text: string;
  readonly tone: 'plain' | 'positive' | 'muted';
  /** For assistive technology: `64 credits held`. */
  readonly name: string;
}

/** Held or quoted while it is under way; what came back, or what it cost, afterwards. */
export function creditFigure(t: Translate, { status, credits }: GenerationSummary): CreditFigure {
  const { quoted, held, settled, refunded } = credits;
  if (isActive(status)) {
    const isHeld = held > 0;
    const amount = isHeld ? held : quoted;
    return {
      text: formatCount(amount),
      tone: isHeld ? 'plain' : 'muted',
      name: t(isHeld ? 'queue:creditsHeld' : 'queue:creditsQuoted', { count: amount }),
    };
  }
  if (refunded > 0) {
    const name = t('queue:creditsGivenBack', { count: refunded });
    return { text: formatCreditChange(refunded), tone: 'positive', name };
  }
  return {
    text: formatCount(settled),
    tone: settled > 0 ? 'plain' : 'muted',
    name: t('queue:creditsPaid', { count: settled }),
  };
}
