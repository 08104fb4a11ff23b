// The call that brings a lost file back. Two presses are one download.
import type { TaskId } from '#shared/domain/ids.ts';
import type { FetchAgainHandlers } from '../engine-context.ts';
import type { JobContext } from '../jobs/job-context.ts';
import type { TaskBook } from '../tasks/task-book.ts';
import { fetchAgain, requireLostClip } from './fetch-again.ts';

export interface FetchAgainDeps {
  readonly jobs: JobContext;
  readonly tasks: TaskBook;
}

export function createFetchAgainHandlers({ jobs, tasks }: FetchAgainDeps): FetchAgainHandlers {
  const running = new Map<string, TaskId>();
  return {
    'clips.fetchAgain': async ({ id }) => {
      const lost = await requireLostClip(jobs, id);
      const known = running.get(id);
      if (known !== undefined) return { taskId: known };
      const taskId = tasks.start('fetch', (progress, signal) =>
        fetchAgain(jobs, lost, progress, signal).finally(() => running.delete(id)),
      );
      running.set(id, taskId);
      return { taskId };
    },
  };
}
