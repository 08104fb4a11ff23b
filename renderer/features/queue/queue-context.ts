// What every row of the queue shares: the commands, the question before a cancellation, the places in the queue.
import { createContext, useContext } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { QueueActions } from './use-queue-actions.ts';

export interface QueueContextValue {
  readonly actions: QueueActions;
  /** Asks before it cancels. */
  readonly ask: (id: GenerationId) => void;
  /** All jobs that are shown, by id. */
  readonly jobs: ReadonlyMap<string, GenerationSummary>;
  /** Jobs that wait, in their order. */
  readonly order: readonly GenerationId[];
  /** Jobs that start before a waiting one, by its id. */
  readonly places: ReadonlyMap<string, number>;
}

export const QueueContext = createContext<QueueContextValue | null>(null);

export function useQueueContext(): QueueContextValue {
  const value = useContext(QueueContext);
  if (!value) throw new Error('A row of the queue needs a QueueContext around it');
  return value;
}
