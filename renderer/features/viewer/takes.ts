// The takes that were made together with a clip, found among the clips of the library. Pure.
// Takes of one press of Generate are created in one go: their places in the order of creation follow each other.
import type { GenerationSummary } from '#shared/contract/generation.ts';

type Take = Pick<GenerationSummary, 'id' | 'sequence' | 'take' | 'takeCount' | 'prompt'>;

/** In the order of their numbers, the clip itself among them; empty when it was made alone. */
export function takesOf<T extends Take>(clip: Take, library: readonly T[]): T[] {
  if (clip.takeCount < 2) return [];
  const first = clip.sequence - clip.take;
  return library
    .filter(
      (other) =>
        other.takeCount === clip.takeCount &&
        other.sequence - other.take === first &&
        other.prompt === clip.prompt,
    )
    .sort((a, b) => a.take - b.take);
}
