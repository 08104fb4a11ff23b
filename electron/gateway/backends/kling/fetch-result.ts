// From a task that succeeded to a checked file: several tries, a fresh URL for each, until the provider's copy is gone.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RenderFailure, type RenderedOutput, RenderPostponed } from '../../backend.ts';
import type { Clock } from '../../dependencies.ts';
import { backOffMs } from './back-off.ts';
import { type Download, download, type DownloadDeps } from './download.ts';
import { isExpired, resultExpired } from './expiry.ts';
import type { KlingLimits } from './limits.ts';
import type { ProviderApi, TaskAddress } from './provider-api.ts';
import type { ProviderTask } from './task-answers.ts';
import { readVideoFacts } from '../../video/video-facts.ts';

export interface FetchResultDeps {
  readonly api: Pick<ProviderApi, 'query'>;
  readonly download: DownloadDeps;
  /** For what is on its way; emptied at the first use. */
  readonly folder: string;
  readonly limits: Pick<KlingLimits, 'downloadBackOff' | 'downloadTries'>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly clock: Clock;
  readonly retryDelayMs: (generationId: string) => number;
  /** The text without the key. */
  readonly redact: (text: string) => string;
}

export type FetchResult = (
  generationId: string,
  address: TaskAddress,
  task: ProviderTask,
  signal: AbortSignal,
) => Promise<RenderedOutput>;

export function createFetchResult(deps: FetchResultDeps): FetchResult {
  const { limits } = deps;
  let prepared: Promise<void> | null = null;

  async function prepare(): Promise<void> {
    await mkdir(deps.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(deps.folder)) {
      if (name.endsWith('.part')) await rm(join(deps.folder, name), { force: true });
    }
  }

  /** The task with a URL that was made now; the one that is known when there is no answer. */
  async function refreshed(address: TaskAddress, task: ProviderTask, signal: AbortSignal) {
    const answer = await deps.api.query([address], signal);
    if (answer.type !== 'tasks') return task;
    return answer.tasks.find(({ id }) => id === address.taskId) ?? task;
  }

  function failIfExpired(task: ProviderTask): void {
    const { updatedMs } = task;
    if (updatedMs !== null && isExpired(updatedMs, deps.clock.now())) throw resultExpired();
  }

  return async (generationId, address, first, signal) => {
    prepared ??= prepare();
    await prepared;
    const path = join(deps.folder, `${generationId}.part`);
    let task = first;
    let last: Download = { type: 'failed', reason: 'not tried' };
    for (let tried = 1; tried <= limits.downloadTries; tried += 1) {
      failIfExpired(task);
      last = await download(deps.download, task.url ?? '', path, signal);
      if (last.type === 'ok') {
        const facts = await readVideoFacts(path);
        if (facts) return toOutput(path, facts);
        await rm(path, { force: true });
        last = { type: 'failed', reason: 'not a whole video' };
      }
      if (tried === limits.downloadTries) break;
      await deps.wait(backOffMs(limits.downloadBackOff, tried, deps.random()), signal);
      task = await refreshed(address, task, signal);
    }
    if (last.type === 'forbidden') {
      throw new RenderFailure(
        'url-forbidden',
        `The clip is on a server that is not allowed: ${deps.redact(last.host).slice(0, 100)}. It stays in your Kling account.`,
      );
    }
    throw new RenderPostponed(deps.retryDelayMs(generationId), `result not fetched: ${last.type}`);
  };
}

function toOutput(
  path: string,
  facts: NonNullable<Awaited<ReturnType<typeof readVideoFacts>>>,
): RenderedOutput {
  return {
    content: { type: 'file', path, isTemporary: true },
    posterJpeg: null,
    mimeType: 'video/mp4',
    ...facts,
  };
}
