// Answers the contract's calls about long tasks, whoever started them.
import type { EngineContext, TaskHandlers } from '../engine-context.ts';

export function createTaskHandlers({ tasks }: Pick<EngineContext, 'tasks'>): TaskHandlers {
  return {
    'tasks.get': ({ id }) => tasks.get(id),
    'tasks.list': () => ({ items: tasks.list() }),
    'tasks.cancel': ({ id }) => tasks.cancel(id),
  };
}
