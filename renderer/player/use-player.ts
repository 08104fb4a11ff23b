// A <video> as state and commands. The video element is the truth: nothing here remembers what it can be asked.
import { type RefObject, useEffect, useState } from 'react';
import { type LoopRange, withEnd, withStart } from './loop-range.ts';
import { clampPosition, type Clip, frameAt, shuttle, stepFrames } from './playback.ts';
import { changePlayerSettings, usePlayerSettings } from './player-settings.ts';
import { useClock } from './use-clock.ts';
import { useRangeLoop } from './use-range-loop.ts';
import { useReverse } from './use-reverse.ts';

export interface Player {
  readonly isPlaying: boolean;
  /** 1 at normal speed; negative while J runs backwards. */
  readonly rate: number;
  readonly positionMs: number;
  readonly isLooping: boolean;
  /** The part that is played; `null` for the whole clip. */
  readonly range: LoopRange | null;
  readonly volume: number;
  readonly isMuted: boolean;
  /** Whether sound was heard in the file; the format does not tell before it is played. */
  readonly hasSound: boolean;
  readonly seek: (positionMs: number) => void;
  readonly step: (frames: number) => void;
  readonly togglePlay: () => void;
  readonly pause: () => void;
  readonly shuttle: (direction: 1 | -1) => void;
  readonly setSpeed: (rate: number) => void;
  readonly setLooping: (isLooping: boolean) => void;
  readonly setRange: (range: LoopRange | null) => void;
  /** The range starts, or ends, with the frame that is seen. */
  readonly markStart: () => void;
  readonly markEnd: () => void;
  readonly setVolume: (volume: number) => void;
  readonly toggleMute: () => void;
}

export function usePlayer(
  video: RefObject<HTMLVideoElement | null>,
  clip: Clip,
  isSoundExpected: boolean,
): Player {
  const [range, setRange] = useState<LoopRange | null>(null);
  const { volume, isMuted, isLooping } = usePlayerSettings();
  const motion = useMotion(video);
  const { positionMs, hasSound } = useClock(video, motion.isMoving);
  // not while it stands: a step at the last frame would count as its end, and begin again
  const loops = isLooping && range === null && motion.isMoving;
  useEffect(() => {
    applySettings(video.current, { loops, volume, isMuted });
  }, [video, loops, volume, isMuted]);
  useRangeLoop(video, { clip, range, isLooping });

  const nowMs = () => (video.current?.currentTime ?? 0) * 1000;
  const seek = (wantedMs: number) => seekTo(video.current, clampPosition(clip, wantedMs));
  return {
    ...motion.commands,
    isPlaying: motion.isMoving,
    rate: motion.rate,
    positionMs,
    isLooping,
    range,
    volume,
    isMuted,
    hasSound: hasSound || isSoundExpected,
    seek,
    step: (frames) => {
      motion.commands.pause();
      const wanted = stepFrames(clip, nowMs(), frames);
      if (frameAt(clip, wanted) !== frameAt(clip, nowMs())) seek(wanted);
    },
    setLooping: (next) => changePlayerSettings({ isLooping: next }),
    setRange,
    markStart: () => setRange(withStart(clip, range, frameAt(clip, nowMs()))),
    markEnd: () => setRange(withEnd(clip, range, frameAt(clip, nowMs()))),
    setVolume: (next) => changePlayerSettings({ volume: next, isMuted: next === 0 }),
    toggleMute: () => changePlayerSettings({ isMuted: !isMuted }),
  };
}

function seekTo(element: HTMLVideoElement | null, positionMs: number): void {
  if (element) element.currentTime = positionMs / 1000;
}

function setRate(element: HTMLVideoElement | null, speed: number): void {
  if (element) element.playbackRate = speed;
}

interface Settings {
  readonly loops: boolean;
  readonly volume: number;
  readonly isMuted: boolean;
}

function applySettings(element: HTMLVideoElement | null, settings: Settings): void {
  if (!element) return;
  element.loop = settings.loops;
  element.volume = settings.volume;
  element.muted = settings.isMuted;
}

interface Motion {
  readonly isMoving: boolean;
  readonly rate: number;
  readonly commands: Pick<Player, 'togglePlay' | 'pause' | 'shuttle' | 'setSpeed'>;
}

/** Forwards by the browser, backwards by seeking. */
function useMotion(video: RefObject<HTMLVideoElement | null>): Motion {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [reverse, setReverse] = useState(0);
  useReverse(video, reverse, () => setReverse(0));
  usePlayingState(video, setPlaying);
  useEffect(() => setRate(video.current, speed), [video, speed]);
  const pause = () => {
    setReverse(0);
    video.current?.pause();
  };
  const play = () => {
    setReverse(0);
    // Refused when the file cannot be read; the element then tells so with its error event.
    void video.current?.play().catch(() => undefined);
  };
  const isMoving = isPlaying || reverse < 0;
  return {
    isMoving,
    rate: reverse < 0 ? reverse : speed,
    commands: {
      pause,
      togglePlay: isMoving ? pause : play,
      shuttle: (direction) => {
        const now = reverse < 0 ? reverse : isPlaying ? speed : 0;
        const next = shuttle(now, direction);
        if (next < 0) {
          video.current?.pause();
          setReverse(next);
        } else {
          setSpeed(next);
          play();
        }
      },
      setSpeed,
    },
  };
}

function usePlayingState(
  video: RefObject<HTMLVideoElement | null>,
  setPlaying: (isPlaying: boolean) => void,
): void {
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const read = () => setPlaying(!element.paused && !element.ended);
    const names = ['play', 'playing', 'pause', 'ended', 'emptied'] as const;
    for (const name of names) element.addEventListener(name, read);
    return () => {
      for (const name of names) element.removeEventListener(name, read);
    };
  }, [video, setPlaying]);
}
