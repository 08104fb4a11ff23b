// How the list of clips made elsewhere stands, in words. Pure; the clock is passed in.
import type { SyncState } from '#shared/contract/sync.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { dayKey, formatCount, formatDateTime, formatTime } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

/** `Looked 14:02`, and the day when that is not today. */
export function syncLine(t: Translate, { isRunning, succeededAt }: SyncState, nowMs: number) {
  if (isRunning) return t('elsewhere:looking');
  if (succeededAt === null) return t('elsewhere:notLooked');
  const isToday = dayKey(succeededAt) === dayKey(new Date(nowMs).toISOString());
  return t('elsewhere:lookedAt', {
    time: isToday ? formatTime(succeededAt) : formatDateTime(succeededAt),
  });
}

/** What a person should know about the last answers, one sentence each; usually nothing. */
export function syncRemarks(t: Translate, state: SyncState): string[] {
  const { isOffered, problem, unreadable, notTold } = state;
  const counted = (count: number) => ({ count, figure: formatCount(count) });
  return [
    ...(isOffered ? [] : [t('elsewhere:notOffered')]),
    ...(problem ? [`${errorWords(t, problem)} ${t('elsewhere:problem')}`] : []),
    ...(unreadable > 0 ? [t('elsewhere:unreadable', counted(unreadable))] : []),
    ...(notTold > 0 ? [t('elsewhere:notTold', counted(notTold))] : []),
  ];
}
