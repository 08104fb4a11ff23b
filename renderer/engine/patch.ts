// How one changed generation, or task, goes into what the cache already holds. Pure.
import type { TaskState } from '#shared/contract/data.ts';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';

export interface Queue {
  readonly active: readonly GenerationSummary[];
  readonly ended: readonly GenerationSummary[];
}

/** Replaces the item with the same id; the same array when there is none. */
export function patchItems<T extends { readonly id: string }>(
  items: readonly T[],
  changed: T,
): readonly T[] {
  return items.some((item) => item.id === changed.id)
    ? items.map((item) => (item.id === changed.id ? changed : item))
    : items;
}

/** The same, and one that is new is the first. */
export function patchTasks(tasks: readonly TaskState[], changed: TaskState): readonly TaskState[] {
  return tasks.some(({ id }) => id === changed.id)
    ? patchItems(tasks, changed)
    : [changed, ...tasks];
}

/** A job moves between the lists by its status; a finished clip leaves both. */
export function patchQueue(queue: Queue, changed: GenerationSummary): Queue {
  if (isActive(changed.status)) {
    const isKnown = queue.active.some((item) => item.id === changed.id);
    return {
      active: isKnown ? patchItems(queue.active, changed) : [...queue.active, changed],
      ended: queue.ended.filter((item) => item.id !== changed.id),
    };
  }
  const active = queue.active.filter((item) => item.id !== changed.id);
  const ended = queue.ended.filter((item) => item.id !== changed.id);
  return { active, ended: changed.status === 'ready' ? ended : [changed, ...ended] };
}
