// The stage with its video and the transport under it. Says plainly when the file is not there or cannot be played.
import { type ReactNode, type RefObject, useRef } from 'react';
import type { Output } from '#shared/contract/generation.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import styles from './player.module.css';
import { Timeline } from './timeline.tsx';
import { Transport } from './transport.tsx';
import type { Player } from './use-player.ts';

export interface PlayerViewProps {
  readonly player: Player;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly output: Output;
  readonly title: string;
  /** In place of the picture: the file is not there, or cannot be played. */
  readonly problem: ReactNode;
  readonly onBroken: () => void;
  /** Under the transport: takes. */
  readonly children?: ReactNode;
}

export function PlayerView(props: PlayerViewProps) {
  const { player, video, output, title, problem, onBroken, children } = props;
  const t = useTranslate();
  const section = useRef<HTMLElement>(null);
  const hasProblem = problem !== null;
  const src = hasProblem ? null : mediaUrl('output', output.id);
  return (
    <section ref={section} aria-label={t('viewer:player')} className={styles['player']}>
      <div className={styles['stage']} data-problem={hasProblem || undefined}>
        {problem ?? (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- clips have no speech of their own
          <video
            key={output.id}
            ref={video}
            src={mediaUrl('output', output.id)}
            {...(output.hasPoster && { poster: mediaUrl('poster', output.id) })}
            aria-label={title}
            className={styles['video']}
            preload="auto"
            playsInline
            loop
            onClick={player.togglePlay}
            onError={onBroken}
          />
        )}
      </div>
      <div className={styles['transport']}>
        <Timeline
          src={src}
          clip={output}
          aspect={output.height > 0 ? output.width / output.height : 16 / 9}
          positionMs={player.positionMs}
          onSeek={player.seek}
        />
        <Transport
          player={player}
          clip={output}
          isDisabled={hasProblem}
          onFullScreen={() => toggleFullScreen(section.current)}
        />
      </div>
      {children}
    </section>
  );
}

/** With the transport, so that a mouse is enough to come back. */
export function toggleFullScreen(element: HTMLElement | null): void {
  // Refused without a press of the person, which is what it should be.
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  else void element?.requestFullscreen().catch(() => undefined);
}
