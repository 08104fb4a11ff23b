// The export that is under way, or was last, as Your data shows it. The task lives in the engine: leaving the screen does not stop it.
import type { TaskState } from '#shared/contract/data.ts';
import type { AppError } from '#shared/errors.ts';
import type { ExportChoice } from '../../../archive/export-choice.ts';
import { useExportFlow } from '../../../archive/export-flow.ts';
import { useStudioCommand } from '../../../engine/queries.ts';
import type { Pace } from '../../../tasks/remaining.ts';
import { useTask } from '../../../tasks/use-task.ts';

export interface Export {
  readonly task: TaskState | null;
  readonly pace: Pace | null;
  readonly error: AppError | null;
  readonly choice: ExportChoice;
  readonly isStarting: boolean;
  readonly cancel: () => void;
  readonly reveal: (() => void) | null;
}

export function useExport(): Export {
  const { taskId, grantId, choice, isStarting, error } = useExportFlow();
  const followed = useTask('export', taskId);
  const reveal = useStudioCommand('shell.revealExport');
  return {
    task: followed.task,
    pace: followed.pace,
    error: error ?? followed.error ?? reveal.error,
    choice,
    isStarting,
    cancel: followed.cancel,
    reveal: grantId === null ? null : () => reveal.mutate({ grantId }),
  };
}
