// Several videos on one clock: where each of them should be, and how one that strays is brought back. Pure. Times in ms.
import { type Clip, frameCount, momentOf } from '../../player/playback.ts';

export interface Film extends Clip {
  readonly id: string;
}

/** The one whose time is everybody's: the longest, so that all of them are seen to their ends. */
export function leaderOf<T extends Film>(films: readonly T[]): T | null {
  return films.reduce<T | null>(
    (longest, film) => (longest && longest.durationMs >= film.durationMs ? longest : film),
    null,
  );
}

/** A shorter film waits on its last frame. */
export function placeOf(film: Film, positionMs: number): number {
  return Math.min(Math.max(0, positionMs), momentOf(film, frameCount(film) - 1));
}

export function hasEnded(film: Film, positionMs: number): boolean {
  return positionMs >= placeOf(film, film.durationMs);
}

export type Correction =
  | { readonly type: 'rate'; readonly rate: number }
  /** Too far to be caught up unseen. */
  | { readonly type: 'seek' };

/** Less than half a frame of 25 a second cannot be seen. */
const unseenMs = 15;
const farMs = 250;
const mostCorrection = 0.12;

/** `aheadMs`: how far a video is before its leader; below zero when it is behind. */
export function correctionOf(aheadMs: number, rate: number): Correction {
  if (Math.abs(aheadMs) <= unseenMs) return { type: 'rate', rate };
  if (Math.abs(aheadMs) > farMs) return { type: 'seek' };
  const by = Math.max(-mostCorrection, Math.min(mostCorrection, -aheadMs / 400));
  return { type: 'rate', rate: rate * (1 + by) };
}
