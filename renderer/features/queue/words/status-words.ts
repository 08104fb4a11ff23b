// The one line under a job's steps: what it does at this moment, or what it waits for, or why it ended. Pure; never a guess.
import type { CloudState } from '#shared/contract/engine.ts';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { ErrorCode } from '#shared/errors.ts';
import {
  formatBytes,
  formatClock,
  formatDuration,
  formatShare,
  formatTime,
} from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

export interface StatusLine {
  readonly text: string;
  readonly tone: 'muted' | 'warning' | 'danger';
}

export interface Moment {
  readonly nowMs: number;
  readonly cloud: Pick<CloudState, 'reachable' | 'since'> | undefined;
  /** Jobs that start before this one; only while it waits for its turn. */
  readonly ahead: number;
}

export function statusLine(t: Translate, job: GenerationSummary, moment: Moment): StatusLine {
  if (job.waiting && job.waiting.reason !== 'slot') return waitingLine(t, job.waiting, moment);
  switch (job.status) {
    case 'queued':
      return muted(
        moment.ahead === 0 ? t('queue:next') : t('queue:afterJobs', { count: moment.ahead }),
      );
    case 'uploading':
      return muted(withShare(t('status:uploading'), job.progress));
    case 'submitting':
      return muted(t('status:submitting'));
    case 'rendering':
      return muted(renderingWords(t, job, moment.nowMs));
    case 'downloading':
      return muted(
        job.step === 'save' ? t('queue:saving') : withShare(t('status:downloading'), job.progress),
      );
    case 'ready':
      return muted(t('status:ready'));
    case 'cancelled':
      return muted(
        job.endedAt === null
          ? t('status:cancelled')
          : t('queue:cancelledAt', { time: formatTime(job.endedAt) }),
      );
    case 'refused':
      return { text: t('queue:refusedShort'), tone: 'danger' };
    case 'expired':
      return { text: t('queue:expiredShort'), tone: 'danger' };
    case 'failed':
      return { text: failedWords(t, job.failure?.code), tone: 'danger' };
    default:
      return job.status satisfies never;
  }
}

function muted(text: string): StatusLine {
  return { text, tone: 'muted' };
}

function withShare(word: string, progress: number | null): string {
  return progress === null ? word : `${word}, ${formatShare(progress)}`;
}

/** Below this share, or this time, what is left cannot be told from what is done. */
const enoughShare = 0.1;
const enoughMs = 5000;

/** `Rendering, 1:12 · about 2 min left`. The row of a rendering job was last changed when the service took it. */
function renderingWords(t: Translate, job: GenerationSummary, nowMs: number): string {
  const elapsedMs = Math.max(0, nowMs - Date.parse(job.updatedAt));
  const words = `${t('status:rendering')}, ${formatClock(Math.floor(elapsedMs / 1000) * 1000)}`;
  const share = job.progress ?? 0;
  if (share < enoughShare || share >= 1 || elapsedMs < enoughMs) return words;
  const leftMs = (elapsedMs / share) * (1 - share);
  return `${words} · ${t('queue:about', { time: formatDuration(roundUp(leftMs)) })}`;
}

/** In steps of five seconds below a minute, so that the figure does not twitch. */
function roundUp(durationMs: number): number {
  const stepMs = durationMs < 60_000 ? 5000 : 60_000;
  return Math.max(1, Math.ceil(durationMs / stepMs)) * stepMs;
}

type Waiting = NonNullable<GenerationSummary['waiting']>;

function waitingLine(t: Translate, waiting: Waiting, { nowMs, cloud }: Moment): StatusLine {
  const words = waitingWords(t, waiting, cloud);
  const tone = waiting.reason === 'disk' || waiting.reason === 'restricted' ? 'warning' : 'muted';
  if (waiting.until === null) return { text: words, tone };
  const leftMs = Date.parse(waiting.until) - nowMs;
  if (leftMs <= 0) return { text: `${words}, ${t('queue:tryingNow')}`, tone };
  const time = formatDuration(Math.ceil(leftMs / 1000) * 1000);
  return { text: `${words}, ${t('status:nextTry', { time })}`, tone };
}

function waitingWords(t: Translate, waiting: Waiting, cloud: Moment['cloud']): string {
  switch (waiting.reason) {
    case 'network':
      return t('queue:waitingNetwork');
    case 'cloud':
      if (cloud?.reachable === 'no')
        return t('queue:cloudUnreachableSince', { time: formatTime(cloud.since) });
      return t(cloudTrouble(waiting.details));
    case 'rate-limit':
      return t('queue:waitingLimit');
    case 'slot':
      return t('queue:waitingSlot');
    case 'disk':
      return diskWords(t, waiting.details);
    case 'restricted':
      return t('queue:waitingRestricted');
    case 'paused':
      return t('queue:pausedLine');
    default:
      return waiting.reason satisfies never;
  }
}

function cloudTrouble(details: Waiting['details']) {
  const code = details?.['code'];
  if (code === 'hash-mismatch' || code === 'size-mismatch') return 'queue:damagedShort';
  return details?.['status'] === 401 ? 'queue:signInRefused' : 'queue:cloudTrouble';
}

function diskWords(t: Translate, details: Waiting['details']): string {
  const needed = details?.['neededBytes'];
  const free = details?.['freeBytes'];
  return typeof needed === 'number' && typeof free === 'number'
    ? t('queue:diskFull', { needed: formatBytes(needed), free: formatBytes(free) })
    : t('queue:diskTrouble');
}

const shortReasons = {
  'render-failed': 'queue:renderFailedShort',
  'credits-insufficient': 'queue:creditsShort',
  'cloud-rejected': 'queue:rejectedShort',
  'cloud-unauthorised': 'queue:signInRefused',
  'destination-changed': 'queue:destinationShort',
  'hash-mismatch': 'queue:damagedShort',
  'size-mismatch': 'queue:damagedShort',
  'asset-unreadable': 'queue:imageShort',
  'asset-unsupported': 'queue:imageShort',
  'asset-too-large': 'queue:imageShort',
} as const satisfies Partial<Record<ErrorCode, string>>;

function failedWords(t: Translate, code: ErrorCode | undefined): string {
  return code !== undefined && code in shortReasons
    ? t(shortReasons[code as keyof typeof shortReasons])
    : t('status:failed');
}
