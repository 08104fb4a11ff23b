// Lists of clips put together and looked up. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';

/** Jobs under way above the clips that are saved, newest first; one that is in both is shown once, as saved. */
export function mergeJobs(
  jobs: readonly GenerationSummary[],
  saved: readonly GenerationSummary[],
): readonly GenerationSummary[] {
  if (jobs.length === 0) return saved;
  const known = new Set(saved.map(({ id }) => id));
  const fresh = jobs.filter(({ id }) => !known.has(id));
  return [...fresh.sort((a, b) => b.sequence - a.sequence), ...saved];
}

export interface Neighbours<T> {
  readonly previous: T | null;
  readonly next: T | null;
}

/** What lies before and after a clip, passing over what has no file yet. */
export function neighboursOf<T extends Pick<GenerationSummary, 'id' | 'output'>>(
  clips: readonly T[],
  id: string,
): Neighbours<T> {
  const at = clips.findIndex((clip) => clip.id === id);
  if (at === -1) return { previous: null, next: null };
  const isThere = (clip: T) => clip.output !== null;
  return {
    previous: clips.slice(0, at).findLast(isThere) ?? null,
    next: clips.slice(at + 1).find(isThere) ?? null,
  };
}
