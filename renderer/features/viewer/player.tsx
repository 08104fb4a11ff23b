// The stage with its video and the transport under it. Says plainly when the file is not there or cannot be played.
import { type ReactNode, type RefObject, useCallback, useRef, useState } from 'react';
import type { Output } from '#shared/contract/generation.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { ContextMenu, type ContextMenuProps, type MenuAction } from '../../ui/menu.tsx';
import styles from './player.module.css';
import { StageVideo } from './stage-video.tsx';
import { Timeline } from './timeline.tsx';
import { Transport } from './transport.tsx';
import type { Frames } from './use-frames.ts';
import type { Player } from '../../player/use-player.ts';

export interface PlayerViewProps {
  readonly player: Player;
  readonly frames: Frames;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly output: Output;
  /** Of the video. */
  readonly src: string;
  readonly title: string;
  /** In place of the picture: the file is not there, or cannot be played. */
  readonly problem: ReactNode;
  readonly onBroken: () => void;
  /** False for a moment on the way in: the controls are not there yet, but their room. */
  readonly isSettled: boolean;
  /** Of the right button and the menu key. */
  readonly menuActions: readonly MenuAction[];
  /** Under the transport: takes. */
  readonly children?: ReactNode;
}

export function PlayerView(props: PlayerViewProps) {
  const { player, frames, video, output, src, title, problem, onBroken, isSettled } = props;
  const { menuActions, children } = props;
  const t = useTranslate();
  const section = useRef<HTMLElement>(null);
  const [menuAt, setMenuAt] = useState<ContextMenuProps['at']>(null);
  const hasProblem = problem !== null;
  // The filmstrip reads the file as well: not before the first frame is there.
  const [isShown, setShown] = useState(false);
  const shown = useCallback(() => setShown(true), []);
  const strip = hasProblem || !isShown ? null : src;
  return (
    <section ref={section} aria-label={t('viewer:player')} className={styles['player']}>
      <ContextMenu
        label={t('viewer:moreActions')}
        at={menuAt}
        actions={menuActions}
        onClose={() => setMenuAt(null)}
      />
      <div
        role="presentation"
        className={styles['stage']}
        data-problem={hasProblem || undefined}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenuAt({ x: event.clientX, y: event.clientY });
        }}
      >
        {problem ?? (
          <StageVideo
            key={output.id}
            ref={video}
            src={src}
            poster={output.hasPoster ? mediaUrl('poster', output.id) : null}
            title={title}
            onClick={player.togglePlay}
            onShown={shown}
            onBroken={onBroken}
          />
        )}
      </div>
      <div className={styles['transport']}>
        <Timeline
          src={strip}
          clip={output}
          aspect={output.height > 0 ? output.width / output.height : 16 / 9}
          positionMs={player.positionMs}
          range={player.range}
          onSeek={player.seek}
          onRange={player.setRange}
        />
        {isSettled ? (
          <Transport
            player={player}
            clip={output}
            frames={frames}
            isDisabled={hasProblem}
            onFullScreen={() => toggleFullScreen(section.current)}
          />
        ) : (
          <div className={styles['bar']} />
        )}
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
