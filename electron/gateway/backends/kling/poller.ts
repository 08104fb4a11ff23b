// Asks about all open tasks together, at a calm pace, until each has ended. Asks nothing while there is none.
import { type BackOff, backOffMs } from './back-off.ts';
import type { ProviderApi, TaskAddress } from './provider-api.ts';
import type { ProviderTask } from './task-answers.ts';

export interface Poller {
  /** Resolves when the task has ended; rejects with the signal's reason. */
  ended(task: TaskAddress, signal: AbortSignal): Promise<ProviderTask>;
}

export interface PollerDeps {
  readonly api: Pick<ProviderApi, 'query'>;
  readonly pollMs: { readonly first: number; readonly slowest: number };
  readonly backOff: BackOff;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly log: (event: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Aborted when the back-end closes. */
  readonly signal: AbortSignal;
}

interface Watch {
  readonly address: TaskAddress;
  readonly resolve: (task: ProviderTask) => void;
}

const slowdown = 1.25;

export function createPoller(deps: PollerDeps): Poller {
  const { api, pollMs, signal } = deps;
  const watches = new Set<Watch>();
  let isLooping = false;

  /** How many ended; `null` when there was no usable answer. */
  async function ask(): Promise<number | null> {
    const asked = [...watches];
    const answer = await api.query(
      asked.map(({ address }) => address),
      signal,
    );
    if (answer.type !== 'tasks') {
      const reason = answer.type === 'error' ? `error ${answer.code}` : answer.reason;
      deps.log('kling tasks not read', { reason });
      return null;
    }
    let ended = 0;
    for (const watch of asked) {
      // Missing from the answer, or a state that nobody knows: asked about again.
      const task = answer.tasks.find(({ id }) => id === watch.address.taskId);
      if (!task || task.state === 'running') continue;
      watches.delete(watch);
      watch.resolve(task);
      ended += 1;
    }
    return ended;
  }

  async function loop(): Promise<void> {
    let delayMs = pollMs.first;
    let failures = 0;
    while (watches.size > 0) {
      await deps.wait(
        failures > 0 ? backOffMs(deps.backOff, failures, deps.random()) : delayMs,
        signal,
      );
      if (watches.size === 0) return;
      const ended = await ask();
      failures = ended === null ? failures + 1 : 0;
      delayMs = ended === 0 ? Math.min(pollMs.slowest, delayMs * slowdown) : pollMs.first;
    }
  }

  function wake(): void {
    if (isLooping) return;
    isLooping = true;
    loop()
      .catch((error: unknown) => {
        if (!signal.aborted) deps.log('kling polling stopped', { error: String(error) });
      })
      .finally(() => {
        isLooping = false;
        if (watches.size > 0 && !signal.aborted) wake();
      });
  }

  return {
    ended: (address, cancelled) =>
      new Promise((resolve, reject) => {
        cancelled.throwIfAborted();
        const stop = () => {
          watches.delete(watch);
          reject(cancelled.reason as Error);
        };
        const watch: Watch = {
          address,
          resolve: (task) => {
            cancelled.removeEventListener('abort', stop);
            resolve(task);
          },
        };
        cancelled.addEventListener('abort', stop, { once: true });
        watches.add(watch);
        wake();
      }),
  };
}
