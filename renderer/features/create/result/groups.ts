// Which clips the right side shows: the takes of the newest press of Generate, and what was made before. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { dayKey } from '../../../i18n/format.ts';

export interface KnownClips {
  readonly active: readonly GenerationSummary[];
  readonly ended: readonly GenerationSummary[];
  /** The newest page of the library. */
  readonly saved: readonly GenerationSummary[];
  /** As they were last seen; between two lists a clip is in neither for a moment. */
  readonly remembered: readonly GenerationSummary[];
}

/** Each clip once, as it was last changed, newest first. */
export function uniteClips({ active, ended, saved, remembered }: KnownClips): GenerationSummary[] {
  const byId = new Map<string, GenerationSummary>();
  for (const clip of [...remembered, ...ended, ...active, ...saved]) {
    const known = byId.get(clip.id);
    if (!known || known.updatedAt <= clip.updatedAt) byId.set(clip.id, clip);
  }
  return [...byId.values()].sort((a, b) => b.sequence - a.sequence);
}

/** The clips of one press of Generate, in the order of their prompts and takes: they were created at the same moment. */
export function newestTakes(
  clips: readonly GenerationSummary[],
  sessionStartedAt: string,
): GenerationSummary[] {
  // What ended without a clip before this start is the queue's to tell, not the first thing to see; nor is a video from elsewhere.
  const newest = clips.find(
    ({ status, createdAt, kind }) =>
      kind !== 'imported' &&
      (status === 'ready' || isActive(status) || createdAt >= sessionStartedAt),
  );
  if (!newest) return [];
  return clips
    .filter(({ createdAt, kind }) => createdAt === newest.createdAt && kind === newest.kind)
    .sort((a, b) => a.sequence - b.sequence);
}

/** More than one where variables made a batch. */
export function countPromptsOf(takes: readonly GenerationSummary[]): number {
  return new Set(takes.map(({ prompt }) => prompt)).size;
}

/** The take on the stage: the chosen one, else the first that can be watched, else the one that is furthest. */
export function takeOnStage(
  takes: readonly GenerationSummary[],
  chosenId: string | null,
): GenerationSummary | null {
  return (
    takes.find(({ id }) => id === chosenId) ??
    takes.find(({ output }) => output !== null) ??
    takes.find(({ status }) => isActive(status) && status !== 'queued') ??
    takes[0] ??
    null
  );
}

export interface Earlier {
  readonly clips: readonly GenerationSummary[];
  readonly isToday: boolean;
}

/** Finished clips before the group: today's, or the newest ones when there are none of today. */
export function earlierClips(
  clips: readonly GenerationSummary[],
  takes: readonly GenerationSummary[],
  now: Date,
): Earlier {
  const shown = new Set(takes.map(({ id }) => id));
  const finished = clips.filter(({ id, output }) => output !== null && !shown.has(id));
  const today = finished.filter(({ createdAt }) => dayKey(createdAt) === dayKey(now));
  return today.length >= fewest
    ? { clips: today, isToday: true }
    : { clips: finished, isToday: finished.length > 0 && finished.length === today.length };
}

/** Fewer clips of today than this do not make a row of their own. */
const fewest = 5;
