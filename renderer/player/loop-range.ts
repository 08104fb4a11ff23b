// The stretch of a clip that is played over and over: from one frame to another, both shown. Pure.
import { type Clip, frameCount } from './playback.ts';

export interface LoopRange {
  readonly firstFrame: number;
  readonly lastFrame: number;
}

/** A start behind the end moves the end to the end of the clip, as in an editor. */
export function withStart(clip: Clip, range: LoopRange | null, frame: number): LoopRange {
  const last = frameCount(clip) - 1;
  const firstFrame = Math.min(last, Math.max(0, frame));
  const lastFrame = range && range.lastFrame >= firstFrame ? range.lastFrame : last;
  return { firstFrame, lastFrame };
}

/** An end before the start moves the start to the start of the clip. */
export function withEnd(clip: Clip, range: LoopRange | null, frame: number): LoopRange {
  const lastFrame = Math.min(frameCount(clip) - 1, Math.max(0, frame));
  const firstFrame = range && range.firstFrame <= lastFrame ? range.firstFrame : 0;
  return { firstFrame, lastFrame };
}

export interface Stretch {
  readonly startMs: number;
  /** When the last frame has been shown. */
  readonly endMs: number;
}

export function stretchOf({ fps, durationMs }: Clip, range: LoopRange): Stretch {
  if (fps <= 0) return { startMs: 0, endMs: durationMs };
  return {
    // a little into the frame: its very start may show the one before
    startMs: (range.firstFrame * 1000) / fps + Math.min(1, 250 / fps),
    endMs: Math.min(durationMs, ((range.lastFrame + 1) * 1000) / fps),
  };
}
