// The keys of the viewer, wherever the focus is in it.
import { useEffect, useRef } from 'react';
import { isOverlayOpen, readPress } from '../../player/key-press.ts';
import { commandOf, type PlayerCommand } from './player-keys.ts';
import type { Player } from '../../player/use-player.ts';
import type { Frames } from './use-frames.ts';
import type { ViewerSteps } from './viewer-toolbar.tsx';

export interface PlayerKeysInput {
  readonly player: Player;
  readonly frames: Frames;
  readonly steps: ViewerSteps;
  readonly onFavourite: () => void;
  readonly onRename: () => void;
  readonly onRate: (rating: number) => void;
  readonly onTrash: () => void;
  readonly onFullScreen: () => void;
}

export function usePlayerKeys(input: PlayerKeysInput): void {
  useKeys((command, key) => {
    const { player, frames, steps } = input;
    const acts: Partial<Record<PlayerCommand, () => void>> = {
      'toggle-play': player.togglePlay,
      pause: player.pause,
      back: () => player.shuttle(-1),
      forward: () => player.shuttle(1),
      'previous-frame': () => player.step(-1),
      'next-frame': () => player.step(1),
      'loop-start': player.markStart,
      'loop-end': player.markEnd,
      'loop-all': () => player.setRange(null),
      'toggle-loop': () => player.setLooping(!player.isLooping),
      'toggle-mute': player.toggleMute,
      'copy-frame': frames.copy,
      'full-screen': input.onFullScreen,
      'previous-clip': () => steps.previous?.(),
      'next-clip': () => steps.next?.(),
      favourite: input.onFavourite,
      rename: input.onRename,
      rate: () => input.onRate(Number(key)),
      trash: input.onTrash,
    };
    return acts[command];
  });
}

/** Also where there is nothing to play. In full screen Escape belongs to the browser. */
export function useLeaveOnEscape(leave: () => void): void {
  useKeys((command) =>
    command === 'leave' && document.fullscreenElement === null ? leave : undefined,
  );
}

function useKeys(actFor: (command: PlayerCommand, key: string) => (() => void) | undefined): void {
  const latest = useRef(actFor);
  useEffect(() => {
    latest.current = actFor;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isOverlayOpen()) return;
      const command = commandOf(readPress(event));
      const act = command && latest.current(command, event.key);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
