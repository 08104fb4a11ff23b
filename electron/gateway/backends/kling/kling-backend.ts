// Makes videos with the user's own key on the Kling open platform. Puts the parts together; every decision is in them.
import { setTimeout as wait } from 'node:timers/promises';
import { type Backend, RenderFailure, type RenderedOutput, type RenderJob } from '../../backend.ts';
import type { Outside } from '../../dependencies.ts';
import { createBalance } from './balance.ts';
import { createAuthoriser, type KlingCredentials } from './credentials.ts';
import { describeModels } from './descriptors.ts';
import { createFetchResult } from './fetch-result.ts';
import { findKlingProblem } from './find-problem.ts';
import { isCommitted } from './job-memory.ts';
import { type KlingLimits, klingLimits } from './limits.ts';
import { createOrderTask } from './order-task.ts';
import { createPoller } from './poller.ts';
import { createProviderApi } from './provider-api.ts';
import { apiOrigins, downloadDomains, type KlingRegion, refusalWords } from './provider-facts.ts';
import { createProviderHttp } from './provider-http.ts';
import { describeKling } from './service.ts';
import type { ProviderTask } from './task-answers.ts';
import { createTraffic } from './traffic.ts';

export interface KlingBackendDeps {
  readonly credentials: KlingCredentials;
  readonly region: KlingRegion;
  /** Instead of the region's host; https, or plain on loopback. */
  readonly baseUrl?: string;
  /** For results on their way. */
  readonly folder: string;
  readonly outside: Pick<Outside, 'clock' | 'random' | 'log'>;
  readonly fetch: typeof fetch;
  readonly limits?: KlingLimits;
  /** Of one model at once; corrected by the account's answers. */
  readonly concurrencyPerModel?: number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** All models together. The account's own limit is per model. */
const concurrency = 24;

export function createKlingBackend(deps: KlingBackendDeps): Backend {
  const { outside, limits = klingLimits } = deps;
  const { clock, log } = outside;
  const baseUrl = checkedBaseUrl(deps.baseUrl ?? apiOrigins.value[deps.region]);
  const closing = new AbortController();
  const pause = deps.wait ?? ((ms, signal) => wait(ms, undefined, { signal }));
  const random = () => Buffer.from(outside.random(4)).readUInt32LE() / 2 ** 32;
  const authoriser = createAuthoriser(deps.credentials);
  const { answerMs } = limits;
  const http = createProviderHttp({
    baseUrl: baseUrl.origin,
    authoriser,
    fetch: deps.fetch,
    clock,
    answerMs,
  });
  const api = createProviderApi(http, authoriser.api);
  const traffic = createTraffic(limits, clock, random);
  const { fingerprint } = authoriser;
  const orderTask = createOrderTask({ api, generation: authoriser.api, fingerprint, traffic });
  const poller = createPoller({
    api,
    pollMs: limits.pollMs,
    backOff: limits.pollBackOff,
    wait: pause,
    random,
    log,
    signal: closing.signal,
  });
  const fetchResult = createFetchResult({
    api,
    download: {
      fetch: deps.fetch,
      domains: downloadDomains.value,
      loopbackOrigin: baseUrl.protocol === 'http:' ? baseUrl.origin : null,
      maxBytes: limits.maxResultBytes,
      idleMs: limits.idleMs,
    },
    folder: deps.folder,
    limits,
    wait: pause,
    random,
    clock,
    retryDelayMs: traffic.retryDelayMs,
  });

  async function run(job: RenderJob, signal: AbortSignal): Promise<readonly RenderedOutput[]> {
    const address = await orderTask(job, signal);
    const task = await poller.ended(address, signal);
    if (task.state === 'failed') {
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
      return { outputs: run(job, signal), cancel: () => controller.abort() };
    },
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
    provider: {
      id: 'kling',
      models,
      account: { name: 'Your Kling account', plan: 'Your own Kling key' },
      describe: () => describeKling(baseUrl, deps.region, traffic.trouble()),
      findProblem: (request) => findKlingProblem(request, authoriser.api),
      isCommitted,
      balance: createBalance({
        api,
        clock,
        keepMs: limits.balanceMs,
        signal: closing.signal,
      }),
    },
  };
}

/** Refuses to send a key in the clear over a network. */
function checkedBaseUrl(text: string): URL {
  const url = new URL(text);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) return url;
  throw new TypeError('The Kling platform is reached by https only.');
}

function failureOf(task: ProviderTask, redact: (text: string) => string): RenderFailure {
  const words = redact(task.message).slice(0, 200);
  if (refusalWords.value.test(task.message)) {
    return new RenderFailure('policy-refused', `Kling refuses this clip. It says: ${words}`, true);
  }
  const told = words === '' ? '' : ` It says: ${words}`;
  return new RenderFailure('render-failed', `Kling could not make this clip.${told}`);
}
