// How many jobs of a model the cloud takes at once, learned from its answers: what it announces is where it begins. A refusal for too
// many lowers the number, a run of jobs that it took raises it by one. Forgotten at the end of the process. Pure but for its memory.

export interface ConcurrencyLessons {
  /** At least 1, at most what the model's description says. */
  limitOf(modelId: string, announced: number): number;
  /** The cloud said "too many" while so many of the model, this one not among them, were there. */
  refused(modelId: string, alreadyThere: number): void;
  accepted(modelId: string): void;
}

/** So many in a row are taken before one more is tried. */
const acceptedBeforeMore = 8;

interface Lesson {
  readonly limit: number;
  readonly acceptedInARow: number;
}

export function createConcurrencyLessons(): ConcurrencyLessons {
  const lessons = new Map<string, Lesson>();
  return {
    limitOf: (modelId, announced) =>
      Math.max(1, Math.min(announced, lessons.get(modelId)?.limit ?? announced)),
    refused: (modelId, alreadyThere) => {
      const known = lessons.get(modelId)?.limit ?? Infinity;
      const limit = Math.max(1, Math.min(known, alreadyThere));
      lessons.set(modelId, { limit, acceptedInARow: 0 });
    },
    accepted: (modelId) => {
      const lesson = lessons.get(modelId);
      if (!lesson) return;
      const acceptedInARow = lesson.acceptedInARow + 1;
      const mayTryMore = acceptedInARow >= acceptedBeforeMore;
      lessons.set(
        modelId,
        mayTryMore
          ? { limit: lesson.limit + 1, acceptedInARow: 0 }
          : { limit: lesson.limit, acceptedInARow },
      );
    },
  };
}
