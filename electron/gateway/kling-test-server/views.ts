// A task as the two generations show it. Pure.
import type { Phase, Task } from './task-store.ts';

export interface ViewContext {
  readonly phaseOf: (task: Task) => Phase;
  /** A fresh signed URL. */
  readonly urlOf: (task: Task) => string;
}

const updatedMs = (task: Task, phase: Phase): number =>
  phase === 'submitted' ? task.createdMs : phase === 'processing' ? task.processingMs : task.endsMs;
/** Real clips are a little longer than was asked for. */
const durationOf = (task: Task): string => (task.order.seconds + 0.041).toFixed(3);

export function createdView(task: Task): object {
  const { externalId } = task.order;
  return {
    id: task.id,
    status: 'submitted',
    create_time: task.createdMs,
    update_time: task.createdMs,
    ...(externalId === null ? {} : { external_id: externalId }),
  };
}

export function currentView(task: Task, context: ViewContext): object {
  const phase = context.phaseOf(task);
  const isDone = phase === 'succeeded';
  return {
    ...createdView(task),
    status: phase,
    update_time: updatedMs(task, phase),
    ...(phase === 'failed' ? { message: task.failure } : {}),
    outputs: isDone
      ? [{ type: 'video', id: `v${task.id}`, url: context.urlOf(task), duration: durationOf(task) }]
      : [],
    billing: isDone
      ? [{ charge_type: 'unit', amount: String(task.order.units), package_type: 'video' }]
      : [],
  };
}

export function legacyView(task: Task, context: ViewContext): object {
  const phase = context.phaseOf(task);
  const isDone = phase === 'succeeded';
  const { externalId, units } = task.order;
  return {
    task_id: task.id,
    task_status: isDone ? 'succeed' : phase,
    task_status_msg: phase === 'failed' ? task.failure : '',
    task_info: externalId === null ? {} : { external_task_id: externalId },
    created_at: task.createdMs,
    updated_at: updatedMs(task, phase),
    ...(isDone
      ? {
          task_result: {
            videos: [{ id: `v${task.id}`, url: context.urlOf(task), duration: durationOf(task) }],
          },
          final_unit_deduction: String(units),
        }
      : {}),
  };
}
