// One of the clips that are compared: its video with its letter, what can be decided about it, and a plain word where it cannot be shown.
import { useCallback } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
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
  /** Its sound is heard, and the keys mean it. */
  readonly isCurrent: boolean;
  readonly player: Pick<SyncPlayer, 'attach' | 'togglePlay'>;
  readonly decisions: PaneDecisions;
  readonly className?: string | undefined;
  /** What is seen of it in a wipe. */
  readonly clipPath?: string | undefined;
}

export function ComparePane(props: ComparePaneProps) {
  const { clip, index, isCurrent, player, decisions, className, clipPath } = props;
  const t = useTranslate();
  const letter = letterOf(index);
  const title = clipTitle(clip);
  const more = t('compare:more', { letter });
  const keep = clip.isFavourite
    ? t('compare:keptNamed', { letter })
    : t('compare:keep', { letter });
  return (
    <section
      aria-label={t('compare:clipOf', { letter, title })}
      aria-current={isCurrent || undefined}
      className={classNames(styles['pane'], className)}
    >
      <div className={styles['picture']} style={clipPath === undefined ? undefined : { clipPath }}>
        <Picture clip={clip} isMuted={!isCurrent} player={player} title={title} />
      </div>
      <div className={styles['plate']}>
        <strong>{letter}</strong>
        <span dir="auto">
          {clip.takeCount > 1 ? t('compare:take', { number: clip.take }) : title}
        </span>
      </div>
      <div className={styles['decide']}>
        <IconButton
          label={keep}
          glyph={StarIcon}
          look="media"
          isOn={clip.isFavourite}
          isFilled={clip.isFavourite}
          onPress={() => decisions.toggleFavourite(clip)}
        />
        <Menu
          label={more}
          trigger={<IconButton label={more} glyph={MoreIcon} look="media" />}
          actions={paneActions(clip, decisions, t)}
        />
      </div>
    </section>
  );
}

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
