// What to say about the deletion of a copy in the cloud, wherever it is shown. Pure.
import type { ClipErasure } from '#shared/contract/erasures.ts';
import { formatDate, formatDateTime, formatTime } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

const problems: Readonly<Record<string, 'offline' | 'busy' | 'signedOut' | 'notOffered'>> = {
  'cloud-unreachable': 'offline',
  'cloud-timeout': 'offline',
  'cloud-unavailable': 'busy',
  'cloud-rate-limited': 'busy',
  'cloud-unauthorised': 'signedOut',
  'cloud-rejected': 'notOffered',
};

export function problemWords(problem: string | null, t: Translate): string | null {
  return problem === null ? null : t(`erasures:problem.${problems[problem] ?? 'other'}`);
}

/** The hour today, the day otherwise. */
export function timeWords(at: string, nowMs = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(nowMs).toDateString();
  return isToday ? formatTime(at) : formatDateTime(at);
}

export function copyWords(erasure: ClipErasure, t: Translate): string {
  const { state, nextTryAt, confirmedAt, requestedAt, backupsUntil } = erasure;
  switch (state) {
    case 'waiting':
      return nextTryAt === null
        ? t('erasures:copyAsked')
        : t('erasures:copyAskedNext', { time: timeWords(nextTryAt) });
    case 'accepted':
      return t('erasures:copyAccepted');
    case 'confirmed': {
      const date = formatDate(confirmedAt ?? requestedAt);
      return backupsUntil === null
        ? t('erasures:copyConfirmed', { date })
        : t('erasures:copyBackups', { date, until: formatDate(backupsUntil) });
    }
    default:
      return state satisfies never;
  }
}
