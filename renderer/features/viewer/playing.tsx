// A clip that has a file: player, takes and inspector, and the keys that drive them.
import { useRef, useState } from 'react';
import type { GenerationDetail, GenerationSummary, Output } from '#shared/contract/generation.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import type { ClipActions } from '../../clip/use-clip-actions.ts';
import type { Organise } from '../../clip/use-organise.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { clipMenuActions } from './clip-menu-actions.ts';
import { frameActions } from './use-frame.tsx';
import { Broken, Missing } from './not-playable.tsx';
import { PlayerView, toggleFullScreen } from './player.tsx';
import { TakesStrip } from './takes-strip.tsx';
import { useFrames } from './use-frames.ts';
import { useReload } from './use-reload.ts';
import { usePlayer } from '../../player/use-player.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { ViewerInspector } from './viewer-inspector.tsx';
import type { ViewerSteps } from './viewer-toolbar.tsx';

export interface PlayingProps {
  readonly clip: GenerationSummary;
  /** `null` until it is read. */
  readonly detail: GenerationDetail | null;
  readonly output: Output;
  readonly takes: readonly GenerationSummary[];
  readonly actions: ClipActions;
  readonly steps: ViewerSteps;
  readonly organise: Organise;
  readonly onTrash: () => void;
  /** False for a moment on the way in. */
  readonly isSettled: boolean;
  /** Begins anew with the same file. */
  readonly onRetry: () => void;
  /** `null` while the inspector is closed. */
  readonly onClosePanel: (() => void) | null;
}

export function Playing(props: PlayingProps) {
  const { clip, detail, output, takes, actions, steps, organise, onTrash, onRetry, onClosePanel } =
    props;
  const t = useTranslate();
  const video = useRef<HTMLVideoElement>(null);
  const player = usePlayer(video, output, clip.parameters['sound'] === true);
  const { src, isBroken, onError } = useReload(output.id);
  const [renamings, setRenamings] = useState(0);
  const frames = useFrames(video, clip, output);
  usePlayerKeys({
    player,
    frames,
    steps,
    onFavourite: () => actions.toggleFavourite(clip),
    onRename: () => setRenamings(renamings + 1),
    onRate: (rating) => void organise.change([clip.id], { type: 'rate', rating }),
    onTrash,
    onFullScreen: () => toggleFullScreen(video.current?.closest('section') ?? null),
  });
  const problem = output.isMissing ? (
    <Missing clip={clip} output={output} onReuse={() => actions.reuse(clip)} />
  ) : isBroken ? (
    <Broken onRetry={onRetry} onReuse={() => actions.reuse(clip)} />
  ) : null;
  return (
    <ScreenBody
      inspector={
        onClosePanel && (
          <ViewerInspector
            clip={clip}
            detail={detail}
            isSettled={props.isSettled}
            actions={actions}
            onClose={onClosePanel}
            renamings={renamings}
          />
        )
      }
    >
      <PlayerView
        player={player}
        frames={frames}
        video={video}
        output={output}
        src={src}
        title={clipTitle(clip)}
        problem={problem}
        onBroken={onError}
        isSettled={props.isSettled}
        menuActions={[
          ...frameActions(frames, t),
          ...clipMenuActions({ clip, takes, actions, onTrash }, t),
        ]}
      >
        {takes.length > 1 && (
          <TakesStrip takes={takes} current={clip.id} takeCount={clip.takeCount} />
        )}
      </PlayerView>
    </ScreenBody>
  );
}
