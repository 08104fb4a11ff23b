// An export from the dialog to the finished file. The task lives in the engine: leaving the screen does not stop it.
import { useState } from 'react';
import { create } from 'zustand';
import type { TaskState } from '#shared/contract/data.ts';
import type { GrantId, TaskId } from '#shared/domain/ids.ts';
import { type AppError, toAppError } from '#shared/errors.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { call } from '../../engine/studio.ts';
import type { Pace } from '../../tasks/remaining.ts';
import { useTask } from '../../tasks/use-task.ts';

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
  readonly error: AppError | null;
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
  const followed = useTask('export', started.taskId);
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
    task: followed.task,
    pace: followed.pace,
    error: error ?? followed.error ?? reveal.error,
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
    cancel: followed.cancel,
    reveal: grantId === null ? null : () => reveal.mutate({ grantId }),
  };
}
