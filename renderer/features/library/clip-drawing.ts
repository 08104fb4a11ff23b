// What is seen of a clip in the library in each of its states, and the same in words for the ear. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { clipNote } from '../../clip/clip-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { formatClock, formatShare } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { CloudIcon, FolderIcon, StarIcon } from '../../ui/icons.ts';
import type { PosterMark, PosterProps } from '../../ui/poster.tsx';

export function drawing(
  clip: GenerationSummary,
  t: Translate,
): Pick<PosterProps, 'src' | 'alt' | 'duration' | 'marks' | 'working' | 'problem'> {
  const { output, status, progress } = clip;
  if (isActive(status)) {
    const figure = progress === null ? undefined : formatShare(progress);
    const label = clip.isPaused ? t('queue:pausedGroup') : t(`status:${status}`);
    // what waits has not begun: its meter is empty
    const share = status === 'queued' ? 0 : progress;
    return { alt: '', working: { label, figure, share } };
  }
  const src = output?.hasPoster ? mediaUrl('poster', output.id) : null;
  if (status !== 'ready') return { alt: '', src, problem: { text: t(`status:${status}`) } };
  if (output?.isMissing) {
    const problem = { text: t('status:fileMissing'), icon: FolderIcon, tone: 'warning' } as const;
    return { alt: '', src, problem };
  }
  const duration = output ? formatClock(output.durationMs) : undefined;
  return { alt: '', src, duration, marks: marksOf(clip, t) };
}

function marksOf(clip: GenerationSummary, t: Translate): PosterMark[] {
  const marks: PosterMark[] = [];
  if (clip.isFavourite) marks.push({ text: t('badge.favourite'), icon: StarIcon, isFilled: true });
  if (clip.isInCloud) marks.push({ text: t('badge.inCloud'), icon: CloudIcon });
  return marks;
}

export function noteOf(clip: GenerationSummary, t: Translate): string {
  return clip.waiting && !clip.isPaused ? t('library:waiting') : clipNote(clip);
}

/** What the eye sees on the poster, for the ear. The name itself stays the title. */
export function describe(clip: GenerationSummary, t: Translate, drawn = drawing(clip, t)): string {
  const { duration, marks = [], working, problem } = drawn;
  const parts = [
    working && [working.label, working.figure].filter(Boolean).join(' '),
    problem?.text,
    duration,
    clipNote(clip),
    ...marks.map(({ text }) => text),
    clip.rating > 0 ? t('organise:stars', { count: clip.rating }) : undefined,
    clip.label ? t('organise:labelled', { label: t(`organise:labels.${clip.label}`) }) : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
