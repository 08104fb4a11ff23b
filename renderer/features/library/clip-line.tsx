// One line of the list: a small poster and the facts of a clip under their headings. Keys, presses and drags belong to the grid around it.
import { memo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { clipTitle, ratioWord, resolutionWord, shortModel } from '../../clip/clip-words.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatBytes, formatClock, formatDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StarIcon } from '../../ui/icons.ts';
import { LabelDot } from '../../ui/label-dot.tsx';
import { Poster } from '../../ui/poster.tsx';
import { StarsMark } from '../../ui/rating.tsx';
import { describe, drawing } from './clip-drawing.ts';
import styles from './clip-line.module.css';

export interface ClipLineProps {
  readonly clip: GenerationSummary;
  /** The clips whose tags are asked for together with this one's. */
  readonly neighbours: readonly GenerationId[];
  readonly isPicked: boolean;
  readonly isCurrent: boolean;
}

export const ClipLine = memo(function ClipLine(props: ClipLineProps) {
  const { clip, neighbours, isPicked, isCurrent } = props;
  const t = useTranslate();
  const tags = useTags(clip.id, neighbours);
  const title = clipTitle(clip);
  const { output } = clip;
  const facts = [
    describe(clip, t),
    output && ratioWord(output),
    formatDate(clip.createdAt),
    output && formatBytes(output.sizeBytes),
    ...tags,
  ];
  return (
    <div
      role="gridcell"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={title}
      aria-description={facts.filter(Boolean).join(', ')}
      aria-selected={isPicked}
      aria-colindex={1}
      data-clip={clip.id}
      draggable={clip.status === 'ready'}
      className={styles['line']}
    >
      <Picture clip={clip} />
      <span className={styles['name']}>
        <span className={styles['title']}>
          {clip.label && <LabelDot label={clip.label} />}
          {clip.isFavourite && (
            <Icon glyph={StarIcon} size={14} isFilled className={styles['star']} />
          )}
          <span className={styles['words']} dir="auto">
            {title}
          </span>
        </span>
        <Note clip={clip} />
      </span>
      <span className={styles['model']}>{shortModel(clip.modelName)}</span>
      <span className={styles['figure']}>{output && formatClock(output.durationMs)}</span>
      <span className={styles['figure']}>{output && ratioWord(output)}</span>
      <span className={styles['figure']}>{formatDate(clip.createdAt)}</span>
      <span className={styles['figure']}>{output && formatBytes(output.sizeBytes)}</span>
      <span className={styles['rating']}>
        {clip.rating > 0 && <StarsMark count={clip.rating} />}
      </span>
      <span className={styles['tags']} dir="auto">
        {tags.join(', ')}
      </span>
    </div>
  );
});

/** Of a clip with a title what was asked for; of one that has come to nothing, why. */
function Note({ clip }: Pick<ClipLineProps, 'clip'>) {
  const t = useTranslate();
  const { output } = clip;
  const { working, problem } = drawing(clip, t);
  const words = working
    ? [working.label, working.figure].filter(Boolean).join(' ')
    : (problem?.text ??
      (clip.title.trim() === '' ? output && resolutionWord(output) : clip.prompt));
  return (
    <span className={styles['note']} dir="auto">
      {words}
    </span>
  );
}

function Picture({ clip }: Pick<ClipLineProps, 'clip'>) {
  const { output } = clip;
  const hasPoster = output?.hasPoster === true;
  return (
    <span className={styles['picture']}>
      <Poster alt="" src={hasPoster ? mediaUrl('poster', output.id) : null}>
        {output && !hasPoster && !output.isMissing && (
          <FirstFrame
            key={output.id}
            src={mediaUrl('output', output.id)}
            alt=""
            posterOf={output.id}
          />
        )}
      </Poster>
    </span>
  );
}

const noTags: readonly string[] = [];

function useTags(id: GenerationId, ids: readonly GenerationId[]): readonly string[] {
  const known = useStudioQuery('tags.byClip', { ids: [...ids] }, { keepsPrevious: true }).data;
  return known?.items.find((item) => item.id === id)?.names ?? noTags;
}
