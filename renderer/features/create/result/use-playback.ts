// A small player: playing or not, where it is, whether it loops. The video element is the truth.
import { type RefObject, useEffect, useState } from 'react';

export interface Playback {
  readonly isPlaying: boolean;
  readonly isLooping: boolean;
  readonly positionMs: number;
  readonly toggle: () => void;
  readonly setLooping: (isLooping: boolean) => void;
  readonly seek: (positionMs: number) => void;
}

/** The figure has tenths of a second; more often would only be work. */
const tickMs = 100;

export function usePlayback(
  video: RefObject<HTMLVideoElement | null>,
  durationMs: number,
): Playback {
  const [isPlaying, setPlaying] = useState(false);
  const [isLooping, setLooping] = useState(true);
  const [positionMs, setPositionMs] = useState(0);
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const read = () => {
      setPlaying(!element.paused && !element.ended);
      setPositionMs(Math.min(durationMs, element.currentTime * 1000));
    };
    const names = ['play', 'playing', 'pause', 'ended', 'seeked'] as const;
    for (const name of names) element.addEventListener(name, read);
    read();
    return () => {
      for (const name of names) element.removeEventListener(name, read);
    };
  }, [video, durationMs]);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => {
      const element = video.current;
      if (element) setPositionMs(Math.min(durationMs, element.currentTime * 1000));
    }, tickMs);
    return () => clearInterval(timer);
  }, [video, durationMs, isPlaying]);
  return {
    isPlaying,
    isLooping,
    positionMs,
    toggle: () => {
      const element = video.current;
      if (!element) return;
      if (isPlaying) element.pause();
      // Refused when the file cannot be read; the element then tells so with its error event.
      else element.play().catch(() => undefined);
    },
    setLooping,
    seek: (wantedMs) => {
      seekTo(video.current, wantedMs);
      setPositionMs(wantedMs);
    },
  };
}

function seekTo(element: HTMLVideoElement | null, wantedMs: number): void {
  if (element) element.currentTime = wantedMs / 1000;
}
