// The tasks of one account, both generations: accepted, waiting, in work, ended, gone after thirty days. Time comes from a
// clock; a task's status is a function of it. Must not know HTTP.
import type { Order } from './read-order.ts';
import { badField, Rejection } from './rejection.ts';

export type Phase = 'submitted' | 'processing' | 'succeeded' | 'failed';

export interface Task {
  readonly number: number;
  readonly id: string;
  readonly generation: 'current' | 'legacy';
  /** The create path: legacy tasks are found under their own only. */
  readonly path: string;
  readonly order: Order;
  readonly createdMs: number;
  readonly processingMs: number;
  readonly endsMs: number;
  /** Why the task is going to fail; `null` for success. */
  readonly failure: string | null;
}

export interface TaskStoreOptions {
  readonly now: () => number;
  readonly random: () => string;
  readonly waitMs: number;
  readonly workMs: number;
  /** Tasks of one model at once. */
  readonly concurrency: number;
  readonly units: number;
}

const retentionMs = 30 * 24 * 3_600_000;

export type TaskStore = ReturnType<typeof createTaskStore>;

export function createTaskStore(options: TaskStoreOptions) {
  const { now } = options;
  let tasks: Task[] = [];
  let count = 0;
  /** Of tasks that were purged since. */
  let chargedBefore = 0;

  function phaseOf(task: Task): Phase {
    const at = now();
    if (at < task.processingMs) return 'submitted';
    if (at < task.endsMs) return 'processing';
    return task.failure === null ? 'succeeded' : 'failed';
  }

  function purge(): void {
    const isOld = (task: Task) => now() > task.endsMs + retentionMs;
    for (const task of tasks.filter(isOld))
      if (task.failure === null) chargedBefore += task.order.units;
    tasks = tasks.filter((task) => !isOld(task));
  }

  const unitsOf = (isCounted: (phase: Phase) => boolean): number => {
    const taken = tasks
      .filter((task) => isCounted(phaseOf(task)))
      .reduce((sum, { order }) => sum + order.units, 0);
    return Math.round((options.units - chargedBefore - taken) * 1_000) / 1_000;
  };
  /** Failed tasks cost nothing; what is still in work has not been charged yet. */
  const remaining = () => unitsOf((phase) => phase === 'succeeded');
  const free = () => unitsOf((phase) => phase !== 'failed');

  function add(
    generation: Task['generation'],
    path: string,
    order: Order,
    failure: string | null,
  ): Task {
    purge();
    const { externalId, model, units } = order;
    if (externalId !== null && tasks.some((task) => task.order.externalId === externalId)) {
      throw badField('external_task_id', 'already exists');
    }
    const active = tasks.filter((task) => task.order.model === model && now() < task.endsMs);
    if (active.length >= options.concurrency) {
      throw new Rejection(1303, 'parallel task over resource pack limit');
    }
    if (units > free()) throw new Rejection(1102, 'Account balance not enough');
    count += 1;
    const createdMs = now();
    const task = {
      number: count,
      id: options.random(),
      generation,
      path,
      order,
      createdMs,
      processingMs: createdMs + options.waitMs,
      endsMs: createdMs + options.waitMs + options.workMs,
      failure,
    };
    tasks.push(task);
    return task;
  }

  return {
    add,
    phaseOf,
    remaining,
    /** How many were ever accepted. */
    accepted: () => count,
    all: (): readonly Task[] => {
      purge();
      return tasks;
    },
    byId: (id: string): Task | undefined => {
      purge();
      return tasks.find((task) => task.id === id);
    },
    byExternalId: (id: string): Task | undefined => {
      purge();
      return tasks.find((task) => task.order.externalId === id);
    },
  };
}
