// From a job to a task at the provider, never to two: what was noted first, then a look by our own id, then an order.
import { readFile } from 'node:fs/promises';
import { RenderFailure, type RenderJob, RenderPostponed } from '../../backend.ts';
import { externalIdOf, type JobMemory, recall, remember } from './job-memory.ts';
import type { FoundTask, ProviderApi, TaskAddress } from './provider-api.ts';
import { duplicateWords } from './provider-facts.ts';
import { createPath, createRequest } from './request-body.ts';
import type { ApiGeneration } from './descriptors.ts';
import type { Traffic } from './traffic.ts';

export interface OrderTaskDeps {
  readonly api: ProviderApi;
  readonly generation: ApiGeneration;
  readonly fingerprint: string;
  readonly traffic: Traffic;
}

type Refused = Extract<FoundTask, { type: 'error' }>;

export function createOrderTask(deps: OrderTaskDeps) {
  const { api, traffic } = deps;

  /** Resolves with the task; throws a `RenderFailure` or `RenderPostponed` when there is none now. */
  return async function orderTask(job: RenderJob, signal: AbortSignal): Promise<TaskAddress> {
    const memory = currentMemory(deps, job);
    if (memory.taskId !== null) return addressOf(memory, memory.taskId);
    if (memory.isSent) {
      const known = await api.find(memory.externalId, memory.path, signal);
      if (known.type === 'found') return accept(job, memory, known.task.id);
      if (known.type !== 'absent') throw notNow(job, known);
    }
    traffic.check(job.modelId);
    return send(job, memory, signal);
  };

  async function send(job: RenderJob, memory: JobMemory, signal: AbortSignal) {
    const images = await Promise.all(
      job.images.map(async ({ role, path }) => ({ role, base64: await readFile(path, 'base64') })),
    );
    const request = createRequest(deps.generation, job, images, memory.externalId);
    if (!request) throw new RenderFailure('cloud-rejected', 'Kling does not offer this model.');
    signal.throwIfAborted();
    remember(job.memory, { ...memory, isSent: true });
    const answer = await api.create(request, signal);
    if (answer.type === 'found') return accept(job, memory, answer.task.id);
    if (answer.type === 'error') return refuse(job, memory, answer, signal);
    throw notNow(job, answer);
  }

  function accept(job: RenderJob, memory: JobMemory, taskId: string): TaskAddress {
    remember(job.memory, { ...memory, isSent: true, taskId });
    traffic.succeeded(job.modelId);
    return addressOf(memory, taskId);
  }

  async function refuse(job: RenderJob, memory: JobMemory, answer: Refused, signal: AbortSignal) {
    const { rule, detail } = answer;
    if (rule.action === 'retry') throw notNow(job, answer);
    if (rule.action === 'rejected' && duplicateWords.value.test(detail)) {
      // It has our id already: an earlier order arrived after all.
      const known = await api.find(memory.externalId, memory.path, signal);
      if (known.type === 'found') return accept(job, memory, known.task.id);
      if (known.type !== 'absent') throw notNow(job, known);
    }
    remember(job.memory, { ...memory, isSent: false });
    throw traffic.refused(job.modelId, answer);
  }

  function notNow(job: RenderJob, answer: Exclude<FoundTask, { type: 'found' }>): Error {
    if (answer.type === 'error' && answer.rule.action !== 'retry') {
      // Asked about a job that may be there: it waits, whatever the answer means for new ones.
      traffic.refused(job.modelId, answer);
      return new RenderPostponed(traffic.retryDelayMs(job.generationId), answer.rule.message);
    }
    const reason = answer.type === 'unknown' ? answer.reason : 'Kling does not answer clearly';
    return new RenderPostponed(traffic.retryDelayMs(job.generationId), reason);
  }
}

function currentMemory(deps: OrderTaskDeps, job: RenderJob): JobMemory {
  const path = createPath(deps.generation, job);
  if (path === null) throw new RenderFailure('cloud-rejected', 'Kling does not offer this model.');
  const remembered = recall(job.memory.read());
  const fresh = {
    externalId: externalIdOf(job.generationId),
    fingerprint: deps.fingerprint,
    path,
    isSent: remembered.type === 'damaged',
    taskId: null,
  };
  if (remembered.type !== 'memory') return fresh;
  const { memory } = remembered;
  if (memory.fingerprint === deps.fingerprint) return memory;
  if (!memory.isSent) return fresh;
  // Another account has it. Sending it again here would be paid for twice.
  throw new RenderFailure(
    'cloud-rejected',
    'This clip was sent with another Kling key. Its result is in that account only.',
  );
}

function addressOf({ externalId, path }: JobMemory, taskId: string): TaskAddress {
  return { taskId, externalId, path };
}
