// When a job did what, how often it was tried without success, and when it is tried again, as rows. Pure; the clock is passed in.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import {
  formatCount,
  formatDate,
  formatDuration,
  formatTimeWithSeconds,
} from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

export interface TimeRow {
  readonly id: 'queued' | 'started' | 'ended' | 'took' | 'tries' | 'next';
  readonly name: string;
  readonly value: string;
}

type Job = Pick<
  GenerationDetail,
  'status' | 'createdAt' | 'endedAt' | 'attempts' | 'waiting' | 'events'
>;

export function timeRows(t: Translate, job: Job, nowMs: number): TimeRow[] {
  const { createdAt, endedAt, attempts, waiting, events } = job;
  const startedAt = events.findLast(({ type }) => type === 'started')?.at ?? null;
  const rows: TimeRow[] = [
    {
      id: 'queued',
      name: t('queue:queuedAt'),
      value: `${formatDate(createdAt)}, ${formatTimeWithSeconds(createdAt)}`,
    },
  ];
  if (startedAt !== null) {
    rows.push({
      id: 'started',
      name: t('queue:startedAt'),
      value: formatTimeWithSeconds(startedAt),
    });
  }
  if (endedAt !== null && !isActive(job.status)) {
    rows.push({ id: 'ended', name: t('queue:endedAt'), value: formatTimeWithSeconds(endedAt) });
    const tookMs = startedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);
    if (tookMs !== null && tookMs >= 0) {
      rows.push({ id: 'took', name: t('queue:took'), value: formatDuration(tookMs) });
    }
  }
  if (attempts > 0) {
    rows.push({ id: 'tries', name: t('queue:triesInVain'), value: formatCount(attempts) });
  }
  if (waiting && waiting.until !== null) {
    rows.push({
      id: 'next',
      name: t('queue:nextTry'),
      value: nextTry(t, waiting.until, nowMs),
    });
  }
  return rows;
}

function nextTry(t: Translate, until: string, nowMs: number): string {
  const leftMs = Date.parse(until) - nowMs;
  if (leftMs <= 0) return t('queue:tryingNow');
  const time = formatDuration(Math.ceil(leftMs / 1000) * 1000);
  return t('queue:atIn', { at: formatTimeWithSeconds(until), time });
}
