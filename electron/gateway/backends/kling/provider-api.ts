// The platform's interfaces that the back-end needs, alike for both generations: create, find by our own id, ask about many.
import { z } from 'zod';
import type { ApiGeneration } from './descriptors.ts';
import { tasksPerQuery } from './provider-facts.ts';
import { type Outcome, type ProviderHttp, unknown } from './provider-http.ts';
import type { CreateRequest } from './request-body.ts';
import { type ProviderTask, readTasks } from './task-answers.ts';

type Unanswered = Exclude<Outcome, { type: 'ok' }>;

export type FoundTask =
  | { readonly type: 'found'; readonly task: ProviderTask }
  /** The platform says that it has never seen it. */
  | { readonly type: 'absent' }
  | Unanswered;

export type QueriedTasks =
  { readonly type: 'tasks'; readonly tasks: readonly ProviderTask[] } | Unanswered;

export interface TaskAddress {
  readonly taskId: string;
  readonly externalId: string;
  /** Where it was created; legacy tasks are asked about there. */
  readonly path: string;
  readonly sentMs: number;
}

export interface ProviderApi {
  create(
    request: CreateRequest,
    signal: AbortSignal,
  ): Promise<Exclude<FoundTask, { type: 'absent' }>>;
  find(externalId: string, path: string, signal: AbortSignal): Promise<FoundTask>;
  /** A task that is missing in the answer is not in the result. */
  query(tasks: readonly TaskAddress[], signal: AbortSignal): Promise<QueriedTasks>;
  /** Units left in the packs of the account. */
  remainingUnits(nowMs: number, signal: AbortSignal): Promise<number | null>;
}

const taskNotFoundCode = 1203;
const costsWindowMs = 24 * 3_600_000;
const costsSchema = z.object({
  resource_pack_subscribe_infos: z.array(
    z.object({ status: z.string(), remaining_quantity: z.number() }),
  ),
});

export function createProviderApi(http: ProviderHttp, api: ApiGeneration): ProviderApi {
  const { find, query } = api === 'current' ? currentQueries(http) : legacyQueries(http);
  return {
    find,
    query,
    create: async (request, signal) => {
      const outcome = await http({ method: 'POST', ...request }, signal);
      if (outcome.type !== 'ok') return outcome;
      const [task] = readTasks(outcome.data);
      return task ? { type: 'found', task } : unknown('an acceptance without a task');
    },
    remainingUnits: async (nowMs, signal) => {
      const path = `/account/costs?start_time=${nowMs - costsWindowMs}&end_time=${nowMs}`;
      const outcome = await http({ method: 'GET', path }, signal);
      const costs = costsSchema.safeParse(outcome.type === 'ok' ? outcome.data : null);
      if (!costs.success) return null;
      return costs.data.resource_pack_subscribe_infos
        .filter(({ status }) => status === 'online')
        .reduce((sum, pack) => sum + pack.remaining_quantity, 0);
    },
  };
}

function currentQueries(http: ProviderHttp): Pick<ProviderApi, 'find' | 'query'> {
  const get = (name: string, ids: readonly string[], signal: AbortSignal) =>
    http(
      { method: 'GET', path: `/tasks?${name}=${ids.map(encodeURIComponent).join(',')}` },
      signal,
    );
  return {
    find: async (externalId, _path, signal) => {
      const outcome = await get('external_task_ids', [externalId], signal);
      if (outcome.type !== 'ok') return isNotFound(outcome) ? { type: 'absent' } : outcome;
      const tasks = readTasks(outcome.data);
      const task = tasks.find((candidate) => candidate.externalId === externalId);
      if (task) return { type: 'found', task };
      // Only a plain empty list says "never seen"; anything odd must not lead to a second order.
      const isEmpty = Array.isArray(outcome.data) && outcome.data.length === 0;
      return isEmpty ? { type: 'absent' } : unknown('an answer about others');
    },
    query: async (addresses, signal) => {
      const tasks: ProviderTask[] = [];
      for (let from = 0; from < addresses.length; from += tasksPerQuery.value) {
        const batch = addresses.slice(from, from + tasksPerQuery.value);
        const ids = batch.map(({ taskId }) => taskId);
        const outcome = await get('task_ids', ids, signal);
        if (outcome.type === 'ok') tasks.push(...readTasks(outcome.data));
        else if (!isNotFound(outcome)) return outcome;
      }
      return { type: 'tasks', tasks };
    },
  };
}

/** The legacy generation has no batch by id: one request for each task. */
function legacyQueries(http: ProviderHttp): Pick<ProviderApi, 'find' | 'query'> {
  const get = (path: string, id: string, signal: AbortSignal) =>
    http({ method: 'GET', path: `${path}/${encodeURIComponent(id)}` }, signal);
  return {
    find: async (externalId, path, signal) => {
      const outcome = await get(path, externalId, signal);
      if (outcome.type !== 'ok') return isNotFound(outcome) ? { type: 'absent' } : outcome;
      const [task] = readTasks(outcome.data);
      return task?.externalId === externalId
        ? { type: 'found', task }
        : unknown('an answer about another task');
    },
    query: async (addresses, signal) => {
      const tasks: ProviderTask[] = [];
      for (const { path, taskId } of addresses) {
        const outcome = await get(path, taskId, signal);
        if (outcome.type === 'ok') tasks.push(...readTasks(outcome.data));
        else if (!isNotFound(outcome)) return outcome;
      }
      return { type: 'tasks', tasks };
    },
  };
}

function isNotFound(outcome: Unanswered): boolean {
  return outcome.type === 'error' && outcome.code === taskNotFoundCode;
}
