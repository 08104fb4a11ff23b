// What the clips of a comparison are called: by their take where all are takes of one prompt, else by their title. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import type { Translate } from '../../i18n/translate.ts';

type Named = Pick<GenerationSummary, 'prompt' | 'take' | 'takeCount' | 'title'>;

export function areTakes(clips: readonly Named[]): boolean {
  const takes = new Set(clips.map(({ take }) => take));
  return (
    takes.size === clips.length &&
    clips.every(({ prompt, takeCount }) => takeCount > 1 && prompt === clips[0]?.prompt)
  );
}

export function paneNames(clips: readonly Named[], t: Translate): readonly string[] {
  const byTake = areTakes(clips);
  return clips.map((clip) => (byTake ? t('compare:take', { number: clip.take }) : clipTitle(clip)));
}
