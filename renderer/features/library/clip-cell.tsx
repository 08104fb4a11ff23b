// One card of the grid: draws a clip in whatever state it is. What a press or a key does is decided by the grid around it.
import { memo, type PointerEvent, useState } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { mediaUrl } from '../../engine/media.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ClipCard } from '../../ui/clip-card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CheckIcon, MoreIcon, StarIcon } from '../../ui/icons.ts';
import { LabelDot } from '../../ui/label-dot.tsx';
import { StarsMark } from '../../ui/rating.tsx';
import { describe, drawing, noteOf } from './clip-drawing.ts';
import styles from './clip-grid.module.css';
import { Scrub, useScrubbing } from './scrub.tsx';

export interface ClipCellProps {
  readonly clip: GenerationSummary;
  /** From 1. */
  readonly column: number;
  readonly isPicked: boolean;
  /** The tab stop of the grid. */
  readonly isCurrent: boolean;
  readonly onToggle: (id: string) => void;
  readonly onFavourite: (clip: GenerationSummary) => void;
}

interface Hover {
  readonly id: string;
  /** 0..1, where the pointer is. */
  readonly share: number;
}

export const ClipCell = memo(function ClipCell(props: ClipCellProps) {
  const { clip, column, isPicked, isCurrent } = props;
  const t = useTranslate();
  const [hover, setHover] = useState<Hover | null>(null);
  // This may have been the card of another clip a moment ago.
  const share = hover?.id === clip.id ? hover.share : null;
  const title = clipTitle(clip);
  const { output } = clip;
  const follow = (event: PointerEvent<HTMLElement>) => {
    const picture = event.currentTarget.firstElementChild?.firstElementChild;
    const box = (picture ?? event.currentTarget).getBoundingClientRect();
    if (event.pointerType === 'touch' || box.width === 0) return;
    const along = (event.clientX - box.left) / box.width;
    setHover({ id: clip.id, share: Math.min(1, Math.max(0, along)) });
  };
  const isHovered = share !== null;
  const isScrubbing = useScrubbing(isHovered && output !== null && !output.isMissing);
  const drawn = drawing(clip, t);
  const { duration, ...picture } = drawn;
  return (
    <div
      role="gridcell"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={title}
      aria-description={describe(clip, t, drawn)}
      aria-selected={isPicked}
      aria-colindex={column}
      data-clip={clip.id}
      draggable={clip.status === 'ready'}
      className={styles['cell']}
      onPointerEnter={follow}
      onPointerMove={follow}
      onPointerLeave={() => setHover(null)}
    >
      <ClipCard
        title={title}
        note={noteOf(clip, t)}
        mark={clip.label && <LabelDot label={clip.label} />}
        noteEnd={clip.rating > 0 && <StarsMark count={clip.rating} />}
        isSelected={isPicked}
        {...picture}
        duration={isScrubbing ? undefined : duration}
      >
        {output && !output.hasPoster && !output.isMissing && (
          <FirstFrame
            key={output.id}
            src={mediaUrl('output', output.id)}
            alt=""
            posterOf={output.id}
          />
        )}
        {output && isScrubbing && share !== null && (
          <Scrub
            key={output.id}
            src={mediaUrl('output', output.id)}
            durationMs={output.durationMs}
            share={share}
          />
        )}
        <Controls {...props} isOpen={isHovered} />
      </ClipCard>
    </div>
  );
});

/** As the right button does, under the button that was pressed. */
function askForMenu(button: Element): void {
  const { left, bottom } = button.getBoundingClientRect();
  const at = { clientX: left, clientY: bottom };
  button.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }));
}

/** The tick of a selected card, and what can be done with the one under the pointer. */
function Controls(props: ClipCellProps & { readonly isOpen: boolean }) {
  const { clip, isPicked, isOpen, onToggle, onFavourite } = props;
  const t = useTranslate();
  if (!isOpen) {
    return isPicked ? (
      <span className={styles['tick']} aria-hidden="true">
        <Icon glyph={CheckIcon} size={14} />
      </span>
    ) : null;
  }
  return (
    <div data-control className={styles['controls']}>
      <Checkbox
        label={t('library:select')}
        isLabelHidden
        isOnMedia
        isSelected={isPicked}
        onChange={() => onToggle(clip.id)}
        className={styles['check']}
      />
      <div className={styles['actions']}>
        {clip.status === 'ready' && clip.trashedAt === null && (
          <IconButton
            label={t(clip.isFavourite ? 'library:removeFavourite' : 'library:addFavourite')}
            glyph={StarIcon}
            isFilled={clip.isFavourite}
            size="sm"
            look="media"
            onPress={() => onFavourite(clip)}
          />
        )}
        <IconButton
          label={t('library:moreActions')}
          glyph={MoreIcon}
          size="sm"
          look="media"
          onPress={({ target }) => askForMenu(target)}
        />
      </div>
    </div>
  );
}
