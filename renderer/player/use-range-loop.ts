// Keeps playback inside a range of frames: at its end it goes back to its start, or stops on its last frame.
import { type RefObject, useEffect } from 'react';
import { type LoopRange, stretchOf } from './loop-range.ts';
import { type Clip, momentOf } from './playback.ts';

export interface RangeLoopInput {
  readonly clip: Clip;
  readonly range: LoopRange | null;
  readonly isLooping: boolean;
}

/** The end is seen between two pictures of the screen: half of one early is closer than half of one late. */
const earlyMs = 8;

export function useRangeLoop(
  video: RefObject<HTMLVideoElement | null>,
  { clip, range, isLooping }: RangeLoopInput,
): void {
  const { durationMs, fps } = clip;
  useEffect(() => {
    const element = video.current;
    if (!element || !range) return undefined;
    const { startMs, endMs } = stretchOf({ durationMs, fps }, range);
    const passMs = endMs - earlyMs;
    let lastMs = element.currentTime * 1000;
    let frame = 0;
    const atEnd = () => {
      if (isLooping) {
        element.currentTime = startMs / 1000;
        lastMs = startMs;
        if (element.ended) void element.play().catch(() => undefined); // its error event tells
      } else {
        element.pause();
        element.currentTime = momentOf({ durationMs, fps }, range.lastFrame) / 1000;
      }
    };
    const look = () => {
      const nowMs = element.currentTime * 1000;
      const hasPassed = lastMs < passMs && nowMs >= passMs;
      lastMs = nowMs;
      if (hasPassed && !element.paused && !element.seeking) atEnd();
    };
    const follow = () => {
      look();
      frame = requestAnimationFrame(follow);
    };
    // who goes behind the range by hand stays there
    const onSeeking = () => {
      lastMs = element.currentTime * 1000;
    };
    element.addEventListener('seeking', onSeeking);
    element.addEventListener('ended', atEnd);
    frame = requestAnimationFrame(follow);
    return () => {
      element.removeEventListener('seeking', onSeeking);
      element.removeEventListener('ended', atEnd);
      cancelAnimationFrame(frame);
    };
  }, [video, durationMs, fps, range, isLooping]);
}
