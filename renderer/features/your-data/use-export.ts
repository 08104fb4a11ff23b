// An export from the dialog to the finished file. The task lives in the engine: leaving the screen does not stop it.
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { TaskState } from '#shared/contract/data.ts';
import type { GrantId, TaskId } from '#shared/domain/ids.ts';
import { type AppError, fromWire, toAppError } from '#shared/errors.ts';
import { useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { call, on } from '../../engine/studio.ts';
import { addSample, type Pace, paceOf, type Sample } from './remaining.ts';

interface StartedExport {
  readonly taskId: TaskId | null;
  /** The place that was chosen, to show it later. */
  readonly grantId: GrantId | null;
  readonly includeMedia: boolean;
}

/** Outlives the screen, so that coming back finds the export that was started. */
const useStarted = create<StartedExport>()(() => ({
  taskId: null,
  grantId: null,
  includeMedia: true,
}));

export interface Export {
  readonly task: TaskState | null;
  readonly pace: Pace | null;
  readonly error: Pick<AppError, 'code' | 'message'> | null;
  readonly includeMedia: boolean;
  readonly setIncludeMedia: (includeMedia: boolean) => void;
  readonly isStarting: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly reveal: (() => void) | null;
}

export function useExport(): Export {
  const started = useStarted();
  const [error, setError] = useState<AppError | null>(null);
  const [isStarting, setStarting] = useState(false);
  const task = useTask(started.taskId);
  const pace = usePace(task);
  const cancel = useStudioCommand('tasks.cancel');
  const reveal = useStudioCommand('shell.revealExport');
  const { grantId } = started;

  const run = async () => {
    const suggestedName = `Kling 5 Studio ${new Date().toISOString().slice(0, 10)}.zip`;
    const chosen = await call('dialogs.saveExport', { suggestedName });
    if (chosen.grantId === null) return;
    const { includeMedia } = useStarted.getState();
    const { taskId } = await call('archive.export', { grantId: chosen.grantId, includeMedia });
    useStarted.setState({ taskId, grantId: chosen.grantId });
  };
  return {
    task,
    pace,
    error: error ?? taskError(task) ?? cancel.error ?? reveal.error,
    includeMedia: started.includeMedia,
    setIncludeMedia: (includeMedia) => useStarted.setState({ includeMedia }),
    isStarting,
    start: () => {
      setError(null);
      setStarting(true);
      run()
        .catch((thrown: unknown) => setError(toAppError(thrown)))
        .finally(() => setStarting(false));
    },
    cancel: () => {
      if (task) cancel.mutate({ id: task.id });
    },
    reveal: grantId === null ? null : () => reveal.mutate({ grantId }),
  };
}

/** The export of this window, or one that was already under way. */
function useTask(taskId: TaskId | null): TaskState | null {
  const tasks = useStudioQuery('tasks.list', {});
  const running = tasks.data?.items.find(
    ({ kind, state }) => kind === 'export' && state === 'running',
  );
  const id = taskId ?? running?.id;
  const known = useStudioQuery(
    'tasks.get',
    { id: id ?? 'none0000' },
    { enabled: id !== undefined },
  );
  return id === undefined ? null : (known.data ?? running ?? null);
}

function taskError(task: TaskState | null): Pick<AppError, 'code' | 'message'> | null {
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
