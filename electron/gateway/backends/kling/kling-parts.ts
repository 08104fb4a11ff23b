// The parts that talk to the Kling open platform, put together for one key. Must not know jobs' order or the gateway.
import { setTimeout as wait } from 'node:timers/promises';
import type { Outside } from '../../dependencies.ts';
import { createRecordingFetch, type RecordOnward } from '../../onward/recording-fetch.ts';
import { createBalance } from './balance.ts';
import { createAuthoriser, type KlingCredentials } from './credentials.ts';
import { createFetchResult } from './fetch-result.ts';
import { type KlingLimits, klingLimits } from './limits.ts';
import { createOrderTask } from './order-task.ts';
import { createPoller } from './poller.ts';
import { createProviderApi } from './provider-api.ts';
import { apiOrigins, downloadDomains, type KlingRegion } from './provider-facts.ts';
import { createProviderHttp } from './provider-http.ts';
import { describeRequests } from './request-purpose.ts';
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
  /** Told of every request before it leaves. */
  readonly record?: RecordOnward;
  readonly limits?: KlingLimits;
  /** Of one model at once; corrected by the account's answers. */
  readonly concurrencyPerModel?: number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** `signal` is aborted when the back-end closes. */
export function createKlingParts(deps: KlingBackendDeps, signal: AbortSignal) {
  const { outside, limits = klingLimits } = deps;
  const { clock, log } = outside;
  const baseUrl = checkedBaseUrl(deps.baseUrl ?? apiOrigins.value[deps.region]);
  const pause = deps.wait ?? ((ms, stop) => wait(ms, undefined, { signal: stop }));
  const random = () => Buffer.from(outside.random(4)).readUInt32LE() / 2 ** 32;
  const authoriser = createAuthoriser(deps.credentials);
  const { fingerprint, api: generation } = authoriser;
  const { answerMs } = limits;
  const { origin } = baseUrl;
  const record = deps.record ?? (() => () => undefined);
  const fetch = createRecordingFetch(deps.fetch, record, describeRequests(origin));
  const http = createProviderHttp({ baseUrl: origin, authoriser, fetch, clock, answerMs });
  const api = createProviderApi(http, generation);
  const traffic = createTraffic(limits, clock, random);
  const orderTask = createOrderTask({ api, generation, fingerprint, traffic, clock });
  const poller = createPoller({
    api,
    pollMs: limits.pollMs,
    backOff: limits.pollBackOff,
    wait: pause,
    random,
    clock,
    log,
    onError: traffic.noted,
    signal,
  });
  const fetchResult = createFetchResult({
    api,
    download: {
      fetch,
      domains: downloadDomains.value,
      loopbackOrigin: baseUrl.protocol === 'http:' ? origin : null,
      maxBytes: limits.maxResultBytes,
      idleMs: limits.idleMs,
    },
    folder: deps.folder,
    limits,
    wait: pause,
    random,
    clock,
    retryDelayMs: traffic.retryDelayMs,
    redact: authoriser.redact,
  });
  const balance = createBalance({
    api,
    clock,
    keepMs: limits.balanceMs,
    patienceMs: limits.balancePatienceMs,
    wait: pause,
    signal,
  });
  return { baseUrl, authoriser, traffic, orderTask, poller, fetchResult, balance };
}

/** Refuses to send a key in the clear over a network. */
function checkedBaseUrl(text: string): URL {
  const url = new URL(text);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) return url;
  throw new TypeError('The Kling platform is reached by https only.');
}
