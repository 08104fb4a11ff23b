// The engine dies at a place while it works, in a process of its own. For tests and nothing else.
import { setTimeout as wait } from 'node:timers/promises';
import type { TaskId } from '#shared/domain/ids.ts';
import type { Failpoint } from '../failpoint.ts';
import { forkEngine, type ForkedEngine } from './fork-engine.ts';
import type { TestCloud, TestEngine } from './start-engine.ts';

export type AnyEngine = TestEngine | ForkedEngine;

/** An engine that is asked all the time has none left for its work. */
const lookEveryMs = 5;

/** Looks again until it is there: a file system, and an engine in another process, have no event for it. */
export async function untilSeen<T>(look: () => Promise<T | null> | T | null): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    await wait(lookEveryMs);
  }
}

/** Resolves when the task is done; rejects with what it failed with. */
export async function untilDone(engine: AnyEngine, taskId: TaskId): Promise<void> {
  await untilSeen(async () => {
    const { state, error } = await engine.call('tasks.get', { id: taskId });
    if (state === 'running') return null;
    if (state !== 'done') throw new Error(error?.message ?? `The task is ${state}.`);
    return state;
  });
}

export interface Death {
  /** Of the engine. */
  readonly home: string;
  readonly cloud?: TestCloud;
  readonly name: Failpoint;
  readonly passes: number;
}

/**
 * Starts an engine that ends itself at the place and resolves when `work` has ended or the engine has: whether it died there. An engine
 * that did not is stopped.
 */
export async function diesDuring(
  { home, cloud, name, passes }: Death,
  work: (engine: ForkedEngine) => Promise<unknown>,
): Promise<boolean> {
  const engine = forkEngine(home, cloud ?? null, { failpoint: { name, passes } });
  const done = work(engine).catch((thrown: unknown) => thrown);
  const how = await Promise.race([engine.ended, done]);
  await engine.stop();
  return how === 'SIGKILL';
}
