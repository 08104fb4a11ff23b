// Several <video> elements on one clock: they play, stop, go and step together. The longest is the clock; the others follow it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { momentOf, stepFrames } from '../../player/playback.ts';
import { correctionOf, type Film, hasEnded, leaderOf, placeOf } from './in-step.ts';

export interface SyncPlayer {
  readonly isPlaying: boolean;
  readonly positionMs: number;
  readonly durationMs: number;
  readonly isLooping: boolean;
  /** For each video: hand it over when it appears, `null` when it goes. */
  readonly attach: (id: string, video: HTMLVideoElement | null) => void;
  readonly togglePlay: () => void;
  readonly pause: () => void;
  readonly seek: (positionMs: number) => void;
  readonly step: (frames: number) => void;
  readonly setLooping: (isLooping: boolean) => void;
}

type Videos = ReadonlyMap<string, HTMLVideoElement>;

export function useSyncPlayer(films: readonly Film[]): SyncPlayer {
  const videos = useRef(new Map<string, HTMLVideoElement>());
  const [isPlaying, setPlaying] = useState(false);
  const [isLooping, setLooping] = useState(true);
  const [positionMs, setPosition] = useState(0);
  const leader = useMemo(() => leaderOf(films), [films]);
  const nowMs = useCallback(() => positionOf(leader, videos.current), [leader]);

  const attach = useCallback((id: string, video: HTMLVideoElement | null) => {
    if (video) videos.current.set(id, video);
    else videos.current.delete(id);
  }, []);
  const seek = useCallback(
    (wantedMs: number) => {
      seekAll(films, videos.current, wantedMs);
      setPosition(wantedMs);
    },
    [films],
  );
  const pause = useCallback(() => {
    setPlaying(false);
    for (const video of videos.current.values()) video.pause();
    // they stop one after the other: all of them on the same frame again
    if (leader) seek(stepFrames(leader, nowMs(), 0));
  }, [leader, nowMs, seek]);
  const play = useCallback(() => {
    if (leader && hasEnded(leader, nowMs())) seek(0);
    setPlaying(true);
    playAll(films, videos.current, nowMs());
  }, [films, leader, nowMs, seek]);

  useFollowing({ films, leader, videos, isPlaying, isLooping, onPosition: setPosition, pause });
  return {
    isPlaying,
    positionMs,
    durationMs: leader?.durationMs ?? 0,
    isLooping,
    attach,
    togglePlay: isPlaying ? pause : play,
    pause,
    seek: (wantedMs) => seek(Math.min(leader?.durationMs ?? 0, Math.max(0, wantedMs))),
    step: (frames) => {
      if (!leader) return;
      pause();
      seek(stepFrames(leader, nowMs(), frames));
    },
    setLooping,
  };
}

interface Following {
  readonly films: readonly Film[];
  readonly leader: Film | null;
  readonly videos: { readonly current: Videos };
  readonly isPlaying: boolean;
  readonly isLooping: boolean;
  readonly onPosition: (positionMs: number) => void;
  readonly pause: () => void;
}

/** While they play: tells the time, brings back who strays, and begins again or stops at the end. */
function useFollowing(following: Following): void {
  const { films, leader, videos, isPlaying, isLooping, onPosition } = following;
  const pause = useRef(following.pause);
  useEffect(() => {
    pause.current = following.pause;
  });
  useEffect(() => {
    if (!isPlaying || !leader) return undefined;
    let frame = 0;
    const follow = () => {
      const first = videos.current.get(leader.id);
      if (first?.ended === true) {
        if (!isLooping) {
          pause.current();
          return;
        }
        seekAll(films, videos.current, 0);
        playAll(films, videos.current, 0);
      }
      const nowMs = positionOf(leader, videos.current);
      for (const film of films) {
        const video = videos.current.get(film.id);
        if (video && film.id !== leader.id) keepInStep(film, video, nowMs);
      }
      onPosition(nowMs);
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [films, leader, videos, isPlaying, isLooping, onPosition]);
}

function positionOf(leader: Film | null, videos: Videos): number {
  return leader ? (videos.get(leader.id)?.currentTime ?? 0) * 1000 : 0;
}

function seekAll(films: readonly Film[], videos: Videos, positionMs: number): void {
  for (const film of films) {
    const video = videos.get(film.id);
    if (video) video.currentTime = placeOf(film, positionMs) / 1000;
  }
}

function playAll(films: readonly Film[], videos: Videos, positionMs: number): void {
  for (const film of films) {
    const video = videos.get(film.id);
    if (!video || hasEnded(film, positionMs)) continue;
    video.playbackRate = 1;
    // refused when the file cannot be read; the element then tells so with its error event
    void video.play().catch(() => undefined);
  }
}

function keepInStep(film: Film, video: HTMLVideoElement, nowMs: number): void {
  if (video.seeking || video.readyState < 3) return;
  if (hasEnded(film, nowMs)) {
    if (!video.paused) {
      video.pause();
      video.currentTime = momentOf(film, Number.MAX_SAFE_INTEGER) / 1000;
    }
    return;
  }
  if (video.paused) void video.play().catch(() => undefined);
  const correction = correctionOf(video.currentTime * 1000 - nowMs, 1);
  if (correction.type === 'seek') video.currentTime = nowMs / 1000;
  else if (video.playbackRate !== correction.rate) video.playbackRate = correction.rate;
}
