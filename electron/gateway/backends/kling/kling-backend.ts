// Makes videos with the user's own key on the Kling open platform: order, wait, fetch. Every decision is in the parts.
import type { Backend, RenderedOutput, RenderJob } from '../../backend.ts';
import type { RecordOnward } from '../../onward/recording-fetch.ts';
import { describeModels } from './descriptors.ts';
import { failureOf, withoutKey } from './failures.ts';
import { findKlingProblem } from './find-problem.ts';
import { isCommitted } from './job-memory.ts';
import { createKlingParts, type KlingBackendDeps } from './kling-parts.ts';
import { describeKling } from './service.ts';

/** All models together. The account's own limit is per model. */
const concurrency = 24;

export function createKlingBackend(deps: KlingBackendDeps): Backend {
  const closing = new AbortController();
  let record: RecordOnward = () => () => undefined;
  const parts = createKlingParts({ ...deps, record: (start) => record(start) }, closing.signal);
  const { authoriser, traffic, orderTask, poller, fetchResult } = parts;

  async function run(job: RenderJob, signal: AbortSignal): Promise<readonly RenderedOutput[]> {
    const { address, isEarlier } = await orderTask(job, signal);
    const task = await poller.ended(address, signal, isEarlier);
    if (task.state !== 'succeeded') {
      traffic.forget(job.generationId);
      throw failureOf(task, authoriser.redact);
    }
    const output = await fetchResult(job.generationId, address, task, signal);
    traffic.forget(job.generationId);
    return [output];
  }

  const models = describeModels(authoriser.api, deps.concurrencyPerModel);
  return {
    concurrency,
    start: (job) => {
      const controller = new AbortController();
      const signal = AbortSignal.any([controller.signal, closing.signal]);
      const outputs = run(job, signal).catch((thrown: unknown) => {
        throw withoutKey(thrown, authoriser.redact);
      });
      return { outputs, cancel: () => controller.abort() };
    },
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
    provider: {
      id: 'kling',
      models,
      account: { name: 'Your Kling account', plan: 'Your own Kling key' },
      describe: () => describeKling(parts.baseUrl, deps.region, traffic.trouble()),
      findProblem: (request) => findKlingProblem(request, authoriser.api),
      isCommitted,
      balance: parts.balance,
      recordRequests: (next) => {
        record = next;
      },
    },
  };
}
