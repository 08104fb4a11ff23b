// From a job to a task at the provider, never to two: what was noted first, then a look by our own id, then an order.
import { readFile } from 'node:fs/promises';
import { RenderFailure, type RenderJob, RenderPostponed } from '../../backend.ts';
import type { Clock } from '../../dependencies.ts';
import { isExpired, resultExpired } from './expiry.ts';
import type { ApiGeneration } from './descriptors.ts';
import { externalIdOf, type JobMemory, recall, remember } from './job-memory.ts';
import type { FoundTask, ProviderApi, TaskAddress } from './provider-api.ts';
import { duplicateWords } from './provider-facts.ts';
import { createPath, createRequest } from './request-body.ts';
import type { Traffic } from './traffic.ts';

export interface OrderTaskDeps {
  readonly api: ProviderApi;
  readonly generation: ApiGeneration;
  readonly fingerprint: string;
  readonly traffic: Traffic;
  readonly clock: Clock;
}

export interface Ordered {
  readonly address: TaskAddress;
  /** It was sent before this start, and may have ended long ago. */
  readonly isEarlier: boolean;
}

type Unanswered = Exclude<FoundTask, { type: 'found' | 'absent' }>;
type Refused = Extract<FoundTask, { type: 'error' }>;

export function createOrderTask(deps: OrderTaskDeps) {
  const { api, traffic, clock, fingerprint } = deps;

  /** Resolves with the task; throws a `RenderFailure` or `RenderPostponed` when there is none now. */
  return async function orderTask(job: RenderJob, signal: AbortSignal): Promise<Ordered> {
    const memory = currentMemory(deps, job);
    const isOurs = memory.fingerprint === fingerprint;
    if (memory.taskId !== null && isOurs) {
      return { address: addressOf(memory, memory.taskId), isEarlier: true };
    }
    if (memory.sentMs !== null) {
      const known = await api.find(memory.externalId, memory.path, signal);
      if (known.type === 'found') return accept(job, memory, known.task.id);
      if (!isDenied(known, isOurs)) throw notNow(job, known);
      failIfUnknowable(memory.sentMs, isOurs);
    }
    traffic.check(job.modelId);
    return send(job, { ...memory, fingerprint }, signal);
  };

  /** Not found, and yet it may have been made: sending it again could be paid for twice. */
  function failIfUnknowable(sentMs: number, isOurs: boolean): void {
    if (!isOurs) {
      throw new RenderFailure(
        'cloud-rejected',
        'This clip was sent with another Kling key. Its result is in that account only.',
      );
    }
    if (isExpired(sentMs, clock.now())) throw resultExpired();
  }

  async function send(job: RenderJob, memory: JobMemory, signal: AbortSignal) {
    const images = await Promise.all(
      job.images.map(async ({ role, path }) => ({ role, base64: await readFile(path, 'base64') })),
    );
    const { externalId } = memory;
    const videoUrl = job.source ? await findSourceUrl(job, signal) : null;
    const request = createRequest(deps.generation, job, images, { externalId, videoUrl });
    if (!request) throw new RenderFailure('cloud-rejected', 'Kling does not offer this model.');
    signal.throwIfAborted();
    remember(job.memory, { ...memory, sentMs: clock.now(), taskId: null });
    const answer = await api.create(request, signal);
    if (answer.type === 'found') return accept(job, memory, answer.task.id);
    if (answer.type === 'error') return refuse(job, memory, answer, signal);
    throw notNow(job, answer);
  }

  /** The address of the clip at the platform, fresh: it is valid for a while only. */
  async function findSourceUrl(job: RenderJob, signal: AbortSignal): Promise<string> {
    const made = recall(job.source?.memoryOfMaker ?? null);
    if (made.type !== 'memory' || made.memory.fingerprint !== fingerprint) throw notItsOwn();
    const { externalId, path, sentMs } = made.memory;
    if (isExpired(sentMs ?? 0, clock.now())) throw notItsOwn();
    const found = await api.find(externalId, path, signal);
    if (found.type === 'absent') throw notItsOwn();
    if (found.type !== 'found') throw notNow(job, found);
    if (found.task.url === null) throw notItsOwn();
    return found.task.url;
  }

  function accept(job: RenderJob, memory: JobMemory, taskId: string): Ordered {
    const accepted = { ...memory, fingerprint, sentMs: memory.sentMs ?? clock.now(), taskId };
    remember(job.memory, accepted);
    traffic.succeeded(job.modelId);
    return { address: addressOf(accepted, taskId), isEarlier: memory.sentMs !== null };
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
    remember(job.memory, { ...memory, sentMs: null });
    throw traffic.refused(job.modelId, answer);
  }

  function notNow(job: RenderJob, answer: Unanswered): Error {
    // It may be there: it waits, whatever the answer means for new ones.
    if (answer.type === 'error') traffic.noted(answer);
    const reason = answer.type === 'error' ? answer.rule.message : answer.reason;
    const delayMs = traffic.retryDelayMs(job.generationId, answer.retryAfterMs);
    return new RenderPostponed(delayMs, reason);
  }
}

function notItsOwn(): RenderFailure {
  return new RenderFailure(
    'cloud-rejected',
    'Kling goes on only from clips that it made with this key in the last 30 days.',
  );
}

/** With another account's key even the question may be refused. */
function isDenied(
  answer: Exclude<FoundTask, { type: 'found' }>,
  isOurs: boolean,
): answer is Exclude<FoundTask, { type: 'found' | 'unknown' }> {
  if (answer.type !== 'error') return answer.type === 'absent';
  return !isOurs && answer.rule.action === 'rejected';
}

function currentMemory(deps: OrderTaskDeps, job: RenderJob): JobMemory {
  const remembered = recall(job.memory.read());
  if (remembered.type === 'memory' && remembered.memory.sentMs !== null) return remembered.memory;
  const path = createPath(deps.generation, job);
  if (path === null) throw new RenderFailure('cloud-rejected', 'Kling does not offer this model.');
  return {
    externalId: externalIdOf(job.generationId),
    fingerprint: deps.fingerprint,
    path,
    sentMs: remembered.type === 'damaged' ? deps.clock.now() : null,
    taskId: null,
  };
}

function addressOf({ externalId, path, sentMs }: JobMemory, taskId: string): TaskAddress {
  return { taskId, externalId, path, sentMs: sentMs ?? 0 };
}
