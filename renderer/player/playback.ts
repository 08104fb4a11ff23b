// Arithmetic of a player: frames, steps, shuttle speeds. Pure. Times in ms, frames from 0.

export interface Clip {
  readonly durationMs: number;
  readonly fps: number;
}

/** At least one, so that a broken file still has a first frame. */
export function frameCount({ durationMs, fps }: Clip): number {
  return Math.max(1, Math.round((durationMs * fps) / 1000));
}

/** The frame that is seen at a position. */
export function frameAt(clip: Clip, positionMs: number): number {
  const frame = Math.floor((positionMs * clip.fps) / 1000 + 1e-6);
  return Math.min(frameCount(clip) - 1, Math.max(0, frame));
}

/**
 * A moment inside a frame: seeking to its very start may show the one before, and from its middle on a player that rounds to the
 * times of the file goes to the one after.
 */
export function momentOf(clip: Clip, frame: number): number {
  const last = frameCount(clip) - 1;
  const wanted = Math.min(last, Math.max(0, frame));
  return clip.fps > 0 ? ((wanted + 0.3) * 1000) / clip.fps : 0;
}

export function stepFrames(clip: Clip, positionMs: number, by: number): number {
  return momentOf(clip, frameAt(clip, positionMs) + by);
}

export function clampPosition({ durationMs }: Clip, positionMs: number): number {
  return Math.min(durationMs, Math.max(0, positionMs));
}

export const speeds = [0.25, 0.5, 1, 1.5, 2] as const;

/** J and L: each press goes on in that direction, then twice and four times as fast. */
export function shuttle(rate: number, direction: 1 | -1): number {
  if (Math.sign(rate) !== direction) return direction;
  return Math.max(-4, Math.min(4, rate * 2));
}
