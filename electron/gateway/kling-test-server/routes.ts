// The interfaces of the imitated platform: from a checked request to the `data` of its answer. Must not know sockets.
import { z } from 'zod';
import type { FaultAct, FaultTarget } from './faults.ts';
import { currentRules } from './model-rules.ts';
import { readCurrentOrder, readLegacyOrder } from './read-order.ts';
import { badField, Rejection } from './rejection.ts';
import type { Task, TaskStore } from './task-store.ts';
import { createdView, currentView, legacyView, type ViewContext } from './views.ts';

export interface RouteCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly fault: FaultAct | null;
}

export interface RoutesDeps {
  readonly store: TaskStore;
  readonly view: ViewContext;
  readonly now: () => number;
}

const legacyPath = /^(\/v1\/videos\/(?:text2video|image2video))(?:\/([^/]+))?$/;
const dayMs = 24 * 3_600_000;
const listSchema = z.object({
  start_time: z.string().optional(),
  end_time: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(500).default(100),
  filters: z
    .array(z.object({ key: z.enum(['status', 'product_type']), values: z.array(z.string()) }))
    .default([]),
});

export function generationOf(path: string): 'current' | 'legacy' {
  return path.startsWith('/v1/') || path.startsWith('/account/') ? 'legacy' : 'current';
}

export function targetOf(method: string, path: string): FaultTarget {
  if (path.startsWith('/media/')) return 'media';
  if (path === '/account/costs') return 'costs';
  return method === 'POST' && path !== '/tasks' ? 'create' : 'query';
}

export function createRoutes({ store, view, now }: RoutesDeps) {
  let lastCostsMs = -Infinity;

  const failureOf = (fault: FaultAct | null) =>
    fault?.type === 'fail-task' ? fault.message : null;

  function query(parameters: URLSearchParams): object[] {
    const read = (name: string) => parameters.get(name)?.split(',').filter(Boolean) ?? null;
    const ids = read('task_ids');
    const externalIds = read('external_task_ids');
    if ((ids === null) === (externalIds === null)) {
      throw badField('task_ids', 'or external_task_ids, exactly one of them');
    }
    const found = ids?.map(store.byId) ?? externalIds?.map(store.byExternalId) ?? [];
    return found
      .filter((task) => task !== undefined && task.generation === 'current')
      .map((task) => currentView(task as Task, view));
  }

  function list(body: unknown): object {
    const parsed = listSchema.safeParse(body ?? {});
    if (!parsed.success) throw badField(parsed.error.issues[0]?.path.join('.') ?? 'body', 'wrong');
    const { cursor, limit, filters, start_time, end_time } = parsed.data;
    const before = cursor ? Number(cursor) : Infinity;
    const startMs = cursor ? 0 : Number(start_time ?? now() - 30 * dayMs);
    const endMs = cursor ? Infinity : Number(end_time ?? Infinity);
    const statuses = filters.find(({ key }) => key === 'status')?.values;
    const matching = store
      .all()
      .filter((task) => task.generation === 'current' && task.number < before)
      .filter((task) => task.createdMs >= startMs && task.createdMs <= endMs)
      .filter((task) => statuses?.includes(view.phaseOf(task)) ?? true)
      .toReversed();
    const page = matching.slice(0, limit);
    return {
      result: page.map((task) => currentView(task, view)),
      count: page.length,
      next_cursor: matching.length > limit ? String(page.at(-1)?.number) : '',
      has_more: matching.length > limit,
    };
  }

  function legacyList(path: string, parameters: URLSearchParams): object[] {
    const size = Number(parameters.get('pageSize') ?? 30);
    const page = Number(parameters.get('pageNum') ?? 1);
    if (!(size >= 1 && size <= 500)) throw badField('pageSize', 'is 1 to 500');
    if (!(page >= 1 && page <= 1_000)) throw badField('pageNum', 'is 1 to 1000');
    return store
      .all()
      .filter((task) => task.path === path)
      .toReversed()
      .slice((page - 1) * size, page * size)
      .map((task) => legacyView(task, view));
  }

  function legacy(call: RouteCall, path: string, id: string | undefined): object {
    if (call.method === 'POST' && id === undefined) {
      const order = readLegacyOrder(path, call.body);
      return legacyView(store.add('legacy', path, order, failureOf(call.fault)), view);
    }
    if (call.method !== 'GET') throw new Rejection(1202, 'The requested method is invalid');
    if (id === undefined) return legacyList(path, call.query);
    const task = store.byId(id) ?? store.byExternalId(id);
    if (!task || task.path !== path) throw new Rejection(1203, 'Task not found');
    return legacyView(task, view);
  }

  function costs(parameters: URLSearchParams): object {
    for (const name of ['start_time', 'end_time']) {
      if (!/^\d+$/.test(parameters.get(name) ?? '')) throw badField(name, 'is required');
    }
    if (now() - lastCostsMs < 1_000) throw new Rejection(1302, 'Requests are too frequent');
    lastCostsMs = now();
    const pack = {
      resource_pack_name: 'Video pack',
      id: 'pack-1',
      type: 'decreasing_total',
      total_quantity: store.remaining(),
      remaining_quantity: store.remaining(),
      purchase_time: 0,
      effective_time: 0,
      invalid_time: now() + 90 * dayMs,
      status: 'online',
    };
    return { resource_pack_subscribe_infos: [pack] };
  }

  return (call: RouteCall): object => {
    const { method, path } = call;
    if (method === 'GET' && path === '/account/costs') return costs(call.query);
    if (method === 'GET' && path === '/tasks') return query(call.query);
    if (method === 'POST' && path === '/tasks') return list(call.body);
    const old = legacyPath.exec(path);
    if (old?.[1] !== undefined) return legacy(call, old[1], old[2]);
    if (!(path in currentRules)) throw new Rejection(1203, 'The requested resource does not exist');
    if (method !== 'POST') throw new Rejection(1202, 'The requested method is invalid');
    const order = readCurrentOrder(path, call.body);
    return createdView(store.add('current', path, order, failureOf(call.fault)));
  };
}
