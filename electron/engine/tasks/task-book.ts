// Long work that the interface follows and can cancel: one entry per task, a few change events a second, an end that is always told.
// Knows nothing of what the tasks do.
import type { TaskId } from '#shared/domain/ids.ts';
import { taskIdSchema } from '#shared/domain/ids.ts';
import type { TaskState } from '#shared/contract/data.ts';
import { AppError, toAppError } from '#shared/errors.ts';

export interface TaskProgress {
  phase(name: string, totalBytes?: number): void;
  /** Adds to what is done in this phase. */
  add(sizeBytes: number): void;
  /** Of this phase and those that follow. */
  items(done: number, total: number): void;
}

export type TaskWork = (
  progress: TaskProgress,
  signal: AbortSignal,
) => Promise<TaskState['result']>;

export interface TaskBook {
  start(kind: TaskState['kind'], work: TaskWork): TaskId;
  get(id: TaskId): TaskState;
  list(): TaskState[];
  /** Asks the task to stop; a task that has ended stays as it is. */
  cancel(id: TaskId): TaskState;
  /** Resolves when the task does not run any more, however it ended. */
  ended(id: TaskId): Promise<void>;
  /** Cancels everything and resolves when nothing runs. */
  close(): Promise<void>;
}

export interface TaskBookDeps {
  readonly makeId: () => string;
  /** Milliseconds, for the pace of events only. */
  readonly now: () => number;
  readonly onChange: (state: TaskState) => void;
}

const changeEveryMs = 250;
const mostKept = 50;

interface Entry {
  state: TaskState;
  toldAt: number;
  readonly controller: AbortController;
  ended: Promise<void>;
}

export function createTaskBook(deps: TaskBookDeps): TaskBook {
  const entries = new Map<TaskId, Entry>();

  function find(id: TaskId): Entry {
    const entry = entries.get(id);
    if (!entry) throw new AppError('not-found', 'This task is not known any more.');
    return entry;
  }

  function change(entry: Entry, next: Partial<TaskState>, isImportant: boolean): void {
    entry.state = { ...entry.state, ...next };
    const now = deps.now();
    if (!isImportant && now - entry.toldAt < changeEveryMs) return;
    entry.toldAt = now;
    deps.onChange(entry.state);
  }

  function forgetOldest(): void {
    for (const [id, { state }] of entries) {
      if (entries.size <= mostKept) return;
      if (state.state !== 'running') entries.delete(id);
    }
  }

  async function run(entry: Entry, work: TaskWork): Promise<void> {
    const { signal } = entry.controller;
    try {
      const result = await work(
        {
          phase: (phase, totalBytes = 0) =>
            change(entry, { phase, doneBytes: 0, totalBytes }, true),
          add: (sizeBytes) =>
            change(entry, { doneBytes: entry.state.doneBytes + sizeBytes }, false),
          items: (done, total) => change(entry, { items: { done, total } }, done === 0),
        },
        signal,
      );
      change(entry, { state: 'done', result }, true);
    } catch (thrown) {
      const { code, message } = toAppError(thrown);
      if (signal.aborted) change(entry, { state: 'cancelled' }, true);
      else change(entry, { state: 'failed', error: { code, message } }, true);
    }
  }

  return {
    start: (kind, work) => {
      const id = taskIdSchema.parse(deps.makeId());
      const state: TaskState = {
        id,
        kind,
        state: 'running',
        phase: 'starting',
        doneBytes: 0,
        totalBytes: 0,
        error: null,
        result: null,
      };
      const entry: Entry = {
        state,
        toldAt: 0,
        controller: new AbortController(),
        ended: Promise.resolve(),
      };
      entries.set(id, entry);
      forgetOldest();
      entry.ended = run(entry, work);
      return id;
    },
    get: (id) => find(id).state,
    list: () => [...entries.values()].map(({ state }) => state),
    cancel: (id) => {
      const entry = find(id);
      entry.controller.abort();
      return entry.state;
    },
    ended: (id) => find(id).ended,
    close: async () => {
      for (const { controller } of entries.values()) controller.abort();
      await Promise.all([...entries.values()].map(({ ended }) => ended));
    },
  };
}
