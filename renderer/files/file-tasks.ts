// Which tasks about files this window began, so that their end is told once; and why the last one could not begin. Kept while the window
// is open.
import { create } from 'zustand';
import type { TaskId } from '#shared/domain/ids.ts';
import { type AppError, toAppError } from '#shared/errors.ts';

export interface FileTasks {
  readonly begun: ReadonlySet<TaskId>;
  readonly error: AppError | null;
}

export const useFileTasks = create<FileTasks>()(() => ({ begun: new Set(), error: null }));

export function beginTask(id: TaskId): void {
  useFileTasks.setState(({ begun }) => ({ begun: new Set([...begun, id]), error: null }));
}

export function forgetTask(id: TaskId): void {
  useFileTasks.setState(({ begun }) => ({
    begun: new Set([...begun].filter((other) => other !== id)),
  }));
}

export function failTask(thrown: unknown): void {
  useFileTasks.setState({ error: toAppError(thrown) });
}
