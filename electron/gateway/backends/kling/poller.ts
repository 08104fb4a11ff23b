// Asks about all open tasks together, at a calm pace, until each has ended. Asks nothing while there is none.
import { type BackOff, backOffMs } from './back-off.ts';
import type { Clock } from '../../dependencies.ts';
import { isExpired, resultExpired } from './expiry.ts';
import type { ProviderApi, QueriedTasks, TaskAddress } from './provider-api.ts';
import { emptyGraceMs } from './provider-facts.ts';
import type { ProviderTask } from './task-answers.ts';

export interface Poller {
  /**
   * Resolves when the task has ended; rejects with the signal's reason, or with a `RenderFailure` when it can no longer end.
   * `askNow` is for a task that may have ended long ago.
   */
  ended(task: TaskAddress, signal: AbortSignal, askNow: boolean): Promise<ProviderTask>;
}

export interface PollerDeps {
  readonly api: Pick<ProviderApi, 'query'>;
  readonly pollMs: { readonly first: number; readonly slowest: number };
  readonly backOff: BackOff;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly clock: Clock;
  readonly onError: (answer: Extract<QueriedTasks, { type: 'error' }>) => void;
  readonly log: (event: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Aborted when the back-end closes. */
  readonly signal: AbortSignal;
}

interface Watch {
  readonly address: TaskAddress;
  readonly resolve: (task: ProviderTask) => void;
  readonly reject: (reason: Error) => void;
}

interface Asked {
  readonly ended: number | null;
  readonly retryAfterMs: number | null;
}

const slowdown = 1.25;

export function createPoller(deps: PollerDeps): Poller {
  const { api, pollMs, signal } = deps;
  const watches = new Set<Watch>();
  let isLooping = false;

  /** Missing from the answer, or in a state that nobody knows: asked about again, while there is hope. */
  function settle({ address, resolve, reject }: Watch, task: ProviderTask | undefined): boolean {
    const nowMs = deps.clock.now();
    const isOver = task?.state === 'succeeded' || task?.state === 'failed';
    if (task && (isOver || isEmptyForLong(task, nowMs))) resolve(task);
    else if (isExpired(address.sentMs, nowMs)) reject(resultExpired());
    else return false;
    return true;
  }

  /** How many ended, or why nothing is known. */
  async function ask(): Promise<Asked> {
    const asked = [...watches];
    const answer = await api.query(
      asked.map(({ address }) => address),
      signal,
    );
    if (answer.type !== 'tasks') {
      const reason = answer.type === 'error' ? `error ${answer.code}` : answer.reason;
      deps.log('kling tasks not read', { reason });
      if (answer.type === 'error') deps.onError(answer);
      return { ended: null, retryAfterMs: answer.retryAfterMs };
    }
    const tasks = new Map(answer.tasks.map((task) => [task.id, task]));
    const ended = asked.filter((watch) => settle(watch, tasks.get(watch.address.taskId)));
    for (const watch of ended) watches.delete(watch);
    return { ended: ended.length, retryAfterMs: null };
  }

  async function loop(firstMs: number): Promise<void> {
    let calmMs = pollMs.first;
    let delayMs = firstMs;
    let failures = 0;
    while (watches.size > 0) {
      await deps.wait(delayMs, signal);
      if (watches.size === 0) return;
      const { ended, retryAfterMs } = await ask();
      failures = ended === null ? failures + 1 : 0;
      if (ended !== null) {
        calmMs = ended === 0 ? Math.min(pollMs.slowest, calmMs * slowdown) : pollMs.first;
      }
      delayMs =
        failures > 0 ? backOffMs(deps.backOff, failures, deps.random(), retryAfterMs ?? 0) : calmMs;
    }
  }

  function wake(firstMs: number): void {
    if (isLooping) return;
    isLooping = true;
    loop(firstMs)
      .catch((error: unknown) => {
        if (!signal.aborted) deps.log('kling polling stopped', { error: String(error) });
      })
      .finally(() => {
        isLooping = false;
        if (watches.size > 0 && !signal.aborted) wake(pollMs.first);
      });
  }

  return {
    ended: (address, cancelled, askNow) => {
      const { promise, resolve, reject } = Promise.withResolvers<ProviderTask>();
      const watch: Watch = { address, resolve, reject };
      const stop = () => {
        watches.delete(watch);
        reject(cancelled.reason as Error);
      };
      if (cancelled.aborted) stop();
      else {
        cancelled.addEventListener('abort', stop, { once: true });
        watches.add(watch);
        wake(askNow ? 0 : pollMs.first);
      }
      return promise.finally(() => cancelled.removeEventListener('abort', stop));
    },
  };
}

function isEmptyForLong({ state, updatedMs }: ProviderTask, nowMs: number): boolean {
  return state === 'empty' && updatedMs !== null && nowMs >= updatedMs + emptyGraceMs.value;
}
