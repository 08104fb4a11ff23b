// Follows one long task of the engine, which goes on when the screen is left: its state, its pace, and how to stop it.
import { useEffect, useState } from 'react';
import type { TaskState } from '#shared/contract/data.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { type AppError, fromWire } from '#shared/errors.ts';
import { useStudioCommand, useStudioQuery } from '../engine/queries.ts';
import { on } from '../engine/studio.ts';
import { addSample, type Pace, paceOf, type Sample } from './remaining.ts';

export interface FollowedTask {
  readonly task: TaskState | null;
  readonly pace: Pace | null;
  /** Why the task failed, or why it could not be stopped. */
  readonly error: AppError | null;
  readonly cancel: () => void;
}

/** The task that this window started, or one of its kind that was already under way. */
export function useTask(kind: TaskState['kind'], taskId: TaskId | null): FollowedTask {
  const tasks = useStudioQuery('tasks.list', {});
  const running = tasks.data?.items.find((item) => item.kind === kind && item.state === 'running');
  const id = taskId ?? running?.id;
  const known = useStudioQuery(
    'tasks.get',
    { id: id ?? 'none0000' },
    { enabled: id !== undefined },
  );
  const cancel = useStudioCommand('tasks.cancel');
  const task = id === undefined ? null : lastOf(known.data ?? running ?? null, known.error);
  const pace = usePace(task);
  return {
    task,
    pace,
    error: taskError(task) ?? cancel.error,
    cancel: () => {
      if (task) cancel.mutate({ id: task.id });
    },
  };
}

/** An engine that was started again knows nothing of the tasks before: what ran then has ended. */
export function lastOf(task: TaskState | null, error: AppError | null): TaskState | null {
  if (task?.state !== 'running' || error?.code !== 'not-found') return task;
  return { ...task, state: 'failed', error: { code: 'internal', message: 'The engine ended.' } };
}

function taskError(task: TaskState | null): AppError | null {
  if (task?.state !== 'failed' || !task.error) return null;
  return fromWire(task.error);
}

function usePace(task: TaskState | null): Pace | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const id = task?.id;
  useEffect(
    () =>
      on('task.changed', (changed) => {
        if (changed.id !== id) return;
        const sample = { atMs: performance.now(), doneBytes: changed.doneBytes };
        setSamples((before) => addSample(before, sample));
      }),
    [id],
  );
  return task?.state === 'running' ? paceOf(samples, task.totalBytes) : null;
}
