// An export from the dialog to the finished file. The task lives in the engine: leaving the screen does not stop it.
import { useState } from 'react';
import { create } from 'zustand';
import type { TaskState } from '#shared/contract/data.ts';
import type { GenerationId, GrantId, TaskId } from '#shared/domain/ids.ts';
import { type AppError, toAppError } from '#shared/errors.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { call } from '../../engine/studio.ts';
import type { Pace } from '../../tasks/remaining.ts';
import { type ExportChoice, selectionOf, wholeExport } from './export-part/export-choice.ts';
import { useTask } from '../../tasks/use-task.ts';

interface StartedExport {
  readonly taskId: TaskId | null;
  /** The place that was chosen, to show it later. */
  readonly grantId: GrantId | null;
  readonly choice: ExportChoice;
}

/** Outlives the screen, so that coming back finds the export that was started. */
const useStarted = create<StartedExport>()(() => ({
  taskId: null,
  grantId: null,
  choice: wholeExport,
}));

export interface Export {
  readonly task: TaskState | null;
  readonly pace: Pace | null;
  readonly error: AppError | null;
  /** What was asked for last, to begin with the next time. */
  readonly choice: ExportChoice;
  readonly setIncludeMedia: (includeMedia: boolean) => void;
  readonly isStarting: boolean;
  /** Everything, with or without media. */
  readonly start: () => void;
  readonly startPart: (choice: ExportChoice, picked: readonly GenerationId[]) => void;
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

  const run = async (choice: ExportChoice, picked: readonly GenerationId[]) => {
    const asked = selectionOf(choice, picked);
    if (!asked) return;
    const suggestedName = `Kling 5 Studio ${new Date().toISOString().slice(0, 10)}.zip`;
    const chosen = await call('dialogs.saveExport', { suggestedName });
    if (chosen.grantId === null) return;
    const { includeMedia, sidecars, partBytes } = choice;
    const { taskId } = await call('archive.export', {
      grantId: chosen.grantId,
      includeMedia,
      ...asked,
      ...(includeMedia ? { sidecars, partBytes } : {}),
    });
    useStarted.setState({ taskId, grantId: chosen.grantId });
  };
  const start = (choice: ExportChoice, picked: readonly GenerationId[]) => {
    setError(null);
    setStarting(true);
    run(choice, picked)
      .catch((thrown: unknown) => setError(toAppError(thrown)))
      .finally(() => setStarting(false));
  };
  return {
    task: followed.task,
    pace: followed.pace,
    error: error ?? followed.error ?? reveal.error,
    choice: started.choice,
    setIncludeMedia: (includeMedia) =>
      useStarted.setState({ choice: { ...started.choice, includeMedia } }),
    isStarting,
    start: () => start({ ...wholeExport, includeMedia: started.choice.includeMedia }, []),
    startPart: (choice, picked) => {
      useStarted.setState({ choice });
      start(choice, picked);
    },
    cancel: followed.cancel,
    reveal: grantId === null ? null : () => reveal.mutate({ grantId }),
  };
}
