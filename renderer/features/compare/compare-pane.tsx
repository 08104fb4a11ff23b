// One of the clips that are compared: its video with its letter, what can be decided about it, and a plain word where it cannot be shown.
import { type CSSProperties, useCallback } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoreIcon, StarIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './compare-stage.module.css';
import { letterOf } from './letters.ts';
import { paneActions, type PaneDecisions } from './pane-actions.ts';
import type { SyncPlayer } from './use-sync-player.ts';

export interface ComparePaneProps {
  readonly clip: GenerationDetail;
  readonly index: number;
  /** On its plate. */
  readonly name: string;
  /** Its sound is heard, and the keys mean it. */
  readonly isCurrent: boolean;
  readonly player: Pick<SyncPlayer, 'attach' | 'togglePlay'>;
  readonly decisions: PaneDecisions;
  readonly className?: string | undefined;
  /** What is seen of it in a wipe. */
  readonly clipPath?: string | undefined;
}

export function ComparePane(props: ComparePaneProps) {
  const { clip, index, name, isCurrent, player, decisions, className, clipPath } = props;
  const t = useTranslate();
  const letter = letterOf(index);
  const title = clipTitle(clip);
  const more = t('compare:more', { letter });
  return (
    <section
      aria-label={t('compare:clipOf', { letter, title })}
      aria-current={isCurrent || undefined}
      className={classNames(styles['pane'], className)}
    >
      <div className={styles['picture']} style={clipPath === undefined ? undefined : { clipPath }}>
        <Picture clip={clip} isMuted={!isCurrent} player={player} title={title} />
      </div>
      <div className={styles['over']} style={shapeOf(clip)}>
        <div className={styles['plate']}>
          <strong>{letter}</strong>
          <span dir="auto">{name}</span>
        </div>
        <div className={styles['decide']}>
          <Button
            size="sm"
            icon={StarIcon}
            isIconFilled={clip.isFavourite}
            aria-pressed={clip.isFavourite}
            className={styles['keep']}
            onPress={() => decisions.toggleFavourite(clip)}
          >
            {t('compare:keep', { letter })}
          </Button>
          <Menu
            label={more}
            trigger={<IconButton label={more} glyph={MoreIcon} look="media" />}
            actions={paneActions(clip, decisions, t)}
          />
        </div>
      </div>
    </section>
  );
}

/** Where its picture lies in the pane, so that plate and buttons are on it. */
const shapeOf = ({ output }: GenerationDetail) =>
  ({ '--shape': output ? output.width / output.height : 16 / 9 }) as CSSProperties;

interface PictureProps extends Pick<ComparePaneProps, 'clip' | 'player'> {
  readonly isMuted: boolean;
  readonly title: string;
}

function Picture({ clip: { id, output }, isMuted, player, title }: PictureProps) {
  const t = useTranslate();
  const { attach } = player;
  const hold = useCallback(
    (video: HTMLVideoElement | null) => {
      attach(id, video);
      return () => attach(id, null);
    },
    [attach, id],
  );
  if (!output || output.isMissing) {
    return <p className={styles['words']}>{t(output ? 'compare:missing' : 'compare:notReady')}</p>;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- clips have no speech of their own
    <video
      ref={hold}
      src={mediaUrl('output', output.id)}
      {...(output.hasPoster && { poster: mediaUrl('poster', output.id) })}
      aria-label={title}
      className={styles['video']}
      crossOrigin="anonymous"
      muted={isMuted}
      preload="auto"
      playsInline
      onClick={player.togglePlay}
    />
  );
}
