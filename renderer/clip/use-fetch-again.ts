// Brings the file of a clip back from the cloud, and tells how far that is.
import { useState } from 'react';
import type { TaskState } from '#shared/contract/data.ts';
import type { TaskId, GenerationId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { useStudioCommand } from '../engine/queries.ts';
import type { Pace } from '../tasks/remaining.ts';
import { useTask } from '../tasks/use-task.ts';

export interface FetchAgain {
  readonly start: () => void;
  /** While it runs; `null` before and after. */
  readonly running: { readonly task: TaskState; readonly pace: Pace | null } | null;
  readonly isStarting: boolean;
  readonly error: AppError | null;
  readonly cancel: () => void;
}

export function useFetchAgain(id: GenerationId): FetchAgain {
  const [taskId, setTaskId] = useState<TaskId | null>(null);
  const begin = useStudioCommand('clips.fetchAgain');
  const { task, pace, error, cancel } = useTask('fetch', taskId);
  const mine = taskId === null ? null : task;
  return {
    start: () => {
      setTaskId(null);
      begin.mutate({ id }, { onSuccess: (started) => setTaskId(started.taskId) });
    },
    running: mine?.state === 'running' ? { task: mine, pace } : null,
    isStarting: begin.isPending,
    error: begin.error ?? (mine ? error : null),
    cancel,
  };
}
