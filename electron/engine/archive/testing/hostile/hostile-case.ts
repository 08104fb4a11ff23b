// What one hostile archive is: how to make it, and what must become of it.
import type { Parts } from './honest-files.ts';

export interface HostileCase {
  readonly name: string;
  readonly make: () => Buffer;
  /** `either` for damage by chance, which may hit a byte that means nothing. */
  readonly outcome: 'refused' | 'taken' | 'either';
  /** What is left of it has no poster. */
  readonly losesPoster?: boolean;
  /** Words that the answer to an import must hold. */
  readonly says?: string;
}

/** A fresh copy of the honest archive, to be changed. */
export type FreshParts = () => Parts;

export const videoPath = 'media/videos/2026/11/2026-11-23 clip [000001].mp4';
export const posterPath = 'media/posters/out00000100.jpg';
