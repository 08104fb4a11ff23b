// What the platform's answers say about tasks, in one form for both generations. Pure. What is not understood is "still
// running", and what is not there is not there; nothing is ever taken for done that does not say so and bring a video.
import { z } from 'zod';

export interface ProviderTask {
  readonly id: string;
  readonly externalId: string | null;
  /** `empty` says that it succeeded and shows no video. */
  readonly state: 'running' | 'empty' | 'succeeded' | 'failed';
  /** Of a failure, in the platform's words. */
  readonly message: string;
  readonly url: string | null;
  readonly updatedMs: number | null;
}

const text = z.string().catch('');
const moment = z.number().nullable().catch(null);
const currentSchema = z.object({
  id: z.string().min(1),
  status: text,
  message: text,
  external_id: z.string().nullable().catch(null),
  update_time: moment,
  outputs: z.array(z.object({ type: text, url: text })).catch([]),
});
const legacySchema = z.object({
  task_id: z.string().min(1),
  task_status: text,
  task_status_msg: text,
  updated_at: moment,
  task_info: z
    .object({ external_task_id: z.string().nullable().catch(null) })
    .catch({ external_task_id: null }),
  task_result: z
    .object({ videos: z.array(z.object({ url: text })).catch([]) })
    .catch({ videos: [] }),
});

/** Every task that an answer names, in whichever form; anything else in it is passed over. */
export function readTasks(data: unknown): ProviderTask[] {
  const values: unknown[] = Array.isArray(data) ? data : [data];
  return values.map(readTask).filter((task) => task !== null);
}

function readTask(value: unknown): ProviderTask | null {
  const current = currentSchema.safeParse(value);
  if (current.success) {
    const { id, status, message, external_id, update_time, outputs } = current.data;
    const url = outputs.find(({ type, url }) => type === 'video' && url !== '')?.url ?? null;
    const state = stateOf(status, url);
    return { id, externalId: external_id, state, message, url, updatedMs: update_time };
  }
  const legacy = legacySchema.safeParse(value);
  if (!legacy.success) return null;
  const { task_id, task_status, task_status_msg, updated_at, task_info, task_result } = legacy.data;
  const url = task_result.videos.find((video) => video.url !== '')?.url ?? null;
  return {
    id: task_id,
    externalId: task_info.external_task_id,
    state: stateOf(task_status, url),
    message: task_status_msg,
    url,
    updatedMs: updated_at,
  };
}

function stateOf(status: string, url: string | null): ProviderTask['state'] {
  if (status === 'failed') return 'failed';
  const isDone = status === 'succeed' || status === 'succeeded';
  if (!isDone) return 'running';
  return url === null ? 'empty' : 'succeeded';
}
