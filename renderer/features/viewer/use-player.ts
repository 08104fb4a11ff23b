// A <video> as state and commands. The video element is the truth: nothing here remembers what it can be asked.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { clampPosition, type Clip, shuttle, stepFrames } from './playback.ts';

export interface Player {
  readonly isPlaying: boolean;
  /** 1 at normal speed; negative while J runs backwards. */
  readonly rate: number;
  readonly positionMs: number;
  readonly isLooping: boolean;
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
  readonly setVolume: (volume: number) => void;
  readonly toggleMute: () => void;
}

export function usePlayer(
  video: RefObject<HTMLVideoElement | null>,
  clip: Clip,
  isSoundExpected: boolean,
): Player {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [reverse, setReverse] = useState(0);
  const [isLooping, setLooping] = useState(true);
  const [volume, setVolume] = useState(1);
  const [isMuted, setMuted] = useState(false);
  const { positionMs, hasSound } = useClock(video, isPlaying || reverse < 0);

  const seek = (wantedMs: number) => seekTo(video.current, clampPosition(clip, wantedMs));
  useReverse(video, reverse, () => setReverse(0));
  useEffect(() => {
    applySettings(video.current, { isLooping, volume, isMuted, speed });
  }, [video, isLooping, volume, isMuted, speed]);
  usePlayingState(video, setPlaying);

  const pause = () => {
    setReverse(0);
    video.current?.pause();
  };
  const play = () => {
    setReverse(0);
    // Refused when the file cannot be read; the element then tells so with its error event.
    void video.current?.play().catch(() => undefined);
  };

  return {
    isPlaying: isPlaying || reverse < 0,
    rate: reverse < 0 ? reverse : speed,
    positionMs,
    isLooping,
    volume,
    isMuted,
    hasSound: hasSound || isSoundExpected,
    seek,
    pause,
    step: (frames) => {
      pause();
      seek(stepFrames(clip, (video.current?.currentTime ?? 0) * 1000, frames));
    },
    togglePlay: () => (isPlaying || reverse < 0 ? pause() : play()),
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
    setLooping,
    setVolume: (next) => {
      setVolume(next);
      setMuted(next === 0);
    },
    toggleMute: () => setMuted(!isMuted),
  };
}

function seekTo(element: HTMLVideoElement | null, positionMs: number): void {
  if (element) element.currentTime = positionMs / 1000;
}

interface Settings {
  readonly isLooping: boolean;
  readonly volume: number;
  readonly isMuted: boolean;
  readonly speed: number;
}

function applySettings(element: HTMLVideoElement | null, settings: Settings): void {
  if (!element) return;
  element.loop = settings.isLooping;
  element.volume = settings.volume;
  element.muted = settings.isMuted;
  element.playbackRate = settings.speed;
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

/** Where the video is: at every frame of the screen while it moves, and after every seek. */
function useClock(video: RefObject<HTMLVideoElement | null>, isMoving: boolean) {
  const [positionMs, setPosition] = useState(0);
  const [hasSound, setSound] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    const read = () => {
      setPosition(element.currentTime * 1000);
      if (soundBytes(element) > 0) setSound(true);
    };
    const names = ['seeking', 'seeked', 'timeupdate', 'loadedmetadata'] as const;
    for (const name of names) element.addEventListener(name, read);
    let frame = 0;
    const follow = () => {
      read();
      frame = requestAnimationFrame(follow);
    };
    if (isMoving) follow();
    return () => {
      cancelAnimationFrame(frame);
      for (const name of names) element.removeEventListener(name, read);
    };
  }, [video, isMoving]);
  return { positionMs, hasSound };
}

/** Chromium counts what it has decoded of a sound track; there is no other word about it. */
function soundBytes(element: HTMLVideoElement): number {
  const counted = (element as { webkitAudioDecodedByteCount?: unknown })
    .webkitAudioDecodedByteCount;
  return typeof counted === 'number' ? counted : 0;
}

/** Backwards by seeking, as fast as the file allows: browsers cannot play that way. */
function useReverse(
  video: RefObject<HTMLVideoElement | null>,
  rate: number,
  onStart: () => void,
): void {
  const atStart = useRef(onStart);
  useEffect(() => {
    atStart.current = onStart;
  });
  useEffect(() => {
    const element = video.current;
    if (!element || rate >= 0) return undefined;
    const startedAt = performance.now();
    const from = element.currentTime;
    let frame = 0;
    const follow = (now: number) => {
      const wanted = from + (rate * (now - startedAt)) / 1000;
      if (wanted <= 0) {
        element.currentTime = 0;
        atStart.current();
        return;
      }
      if (!element.seeking) element.currentTime = wanted;
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [video, rate]);
}
