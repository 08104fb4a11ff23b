// What to say about one deletion in the cloud. Pure.
import type { CloudErasure, ErasuresWaiting } from '#shared/contract/erasures.ts';
import { timeWords } from '../../../clip/copy-words.ts';
import { formatCount, formatDate, formatDateTime } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

export function subjectWords(erasure: CloudErasure, t: Translate): string {
  const { subjects, clip } = erasure;
  if (subjects.ratings > 0 && subjects.clips === 0) {
    return clip
      ? t('erasures:ratingOf', { title: clip.title })
      : t('erasures:ratings', { count: subjects.ratings });
  }
  if (clip && subjects.assets === 0) return clip.title;
  if (subjects.isEverything) return t('erasures:everything');
  const counted = (count: number) => ({ count, figure: formatCount(count) });
  const clips = clip?.title ?? t('erasures:clips', counted(subjects.clips));
  const images = t('erasures:images', counted(subjects.assets));
  if (subjects.assets === 0) return clips;
  return subjects.clips === 0 ? images : t('erasures:and', { one: clips, other: images });
}

export function causeWords({ isOfWipe, cause }: CloudErasure, t: Translate): string | null {
  if (isOfWipe) return t('erasures:byWipe');
  return cause === 'kept-here' ? t('erasures:keptHere') : null;
}

/** What comes after the state: when it is tried again, or what backups still hold. */
export function stateNote(erasure: CloudErasure, t: Translate): string {
  const { state, nextTryAt, confirmedAt, backupsUntil, backupsPurgedAt, receipt } = erasure;
  if (state !== 'confirmed') {
    return nextTryAt === null ? '' : t('erasures:nextTry', { time: timeWords(nextTryAt) });
  }
  if (receipt === null) return t('erasures:held');
  if (backupsUntil !== null) return t('erasures:backupsUntil', { date: formatDate(backupsUntil) });
  if (backupsPurgedAt !== null) {
    return t('erasures:backupsGone', { date: formatDate(backupsPurgedAt) });
  }
  return confirmedAt === null ? '' : formatDateTime(confirmedAt);
}

export function tileNote(waiting: ErasuresWaiting, t: Translate): string {
  const { oldestAt, nextTryAt, problem } = waiting;
  if (oldestAt === null) return t('yourData:nothingWaits');
  if (problem === 'cloud-unauthorised') return t('erasures:tileSignIn');
  const asked = timeWords(oldestAt);
  return nextTryAt === null
    ? t('erasures:tileOldest', { asked })
    : t('erasures:tileNext', { asked, time: timeWords(nextTryAt) });
}

const wentKinds = ['generations', 'outputs', 'assets', 'uploads', 'feedback'] as const;

/** One line of a receipt's counts; a newer service may count what this version has no words for. */
export function wentWords(
  { what, count }: { readonly what: string; readonly count: number },
  t: Translate,
): string {
  const kind = wentKinds.find((known) => known === what);
  const figure = formatCount(count);
  return kind === undefined ? `${figure} ${what}` : t(`erasures:went.${kind}`, { count, figure });
}
