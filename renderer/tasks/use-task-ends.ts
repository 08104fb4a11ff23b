// Tells once that a task has ended which this window ordered. A task may end before the answer to its order is there: ends that nobody
// asked for yet are kept for a while.
import { useEffect, useState } from 'react';
import type { TaskState } from '#shared/contract/data.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { on } from '../engine/studio.ts';

const mostKept = 20;

/** The tasks that this window ordered and whose end is not told yet. */
export interface OrderedTasks {
  has(id: TaskId): boolean;
}

/** `tell` takes the task out of `ordered`. `kinds` must stay the same. */
export function useTaskEnds(
  kinds: readonly TaskState['kind'][],
  ordered: OrderedTasks,
  tell: (task: TaskState) => void,
): void {
  const [ended, setEnded] = useState<readonly TaskState[]>([]);
  useEffect(
    () =>
      on('task.changed', (task) => {
        if (task.state === 'running' || !kinds.includes(task.kind)) return;
        setEnded((before) => [...before.slice(-mostKept), task]);
      }),
    [kinds],
  );
  useEffect(() => {
    for (const task of ended) if (ordered.has(task.id)) tell(task);
  }, [ended, ordered, tell]);
}
