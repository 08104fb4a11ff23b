// How clips are played: loudness, speed, loop, and whether the panel beside the player is open. Kept from clip to clip while the window
// is open. Nothing that matters is lost with it.
import { create } from 'zustand';

export interface PlayerSettings {
  /** 0 to 1. */
  readonly volume: number;
  readonly isMuted: boolean;
  readonly isLooping: boolean;
  readonly isPanelOpen: boolean;
}

export const usePlayerSettings = create<PlayerSettings>()(() => ({
  volume: 1,
  isMuted: false,
  isLooping: true,
  isPanelOpen: true,
}));

export const changePlayerSettings = (change: Partial<PlayerSettings>) =>
  usePlayerSettings.setState(change);
