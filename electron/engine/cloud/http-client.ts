// The only way out of this device. One axios instance; every request is in the ledger, whatever became of it.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import axios, { type AxiosResponse } from 'axios';
import type { NetworkRequest } from '#shared/contract/data.ts';
import type { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import type { LedgerEntry } from '../database/ledger.ts';
import { connectionError } from './cloud-errors.ts';
import { isLoopback } from './url-rules.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** For the ledger. */
  readonly route: string;
  readonly purpose: string;
  readonly dataKinds: readonly string[];
  readonly generationId: string | null;
}

export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | null;
}
export interface TextAnswer extends HttpAnswer {
  readonly text: string;
}
export interface StreamAnswer extends HttpAnswer {
  readonly stream: Readable;
  /** Must be called once when the body has ended, in whichever way; writes the ledger. */
  settle(bytesReceived: number, outcome: NetworkRequest['outcome']): void;
}

export interface HttpClient {
  text(request: HttpRequest): Promise<TextAnswer>;
  /** `timeoutMs` is the longest silence. */
  stream(request: HttpRequest): Promise<StreamAnswer>;
  close(): void;
}

export interface HttpClientDeps {
  readonly clock: Clock;
  readonly record: (entry: LedgerEntry) => void;
  readonly version: string;
}

const maxTextBytes = 8 * 1024 * 1024;

export function createHttpClient({ clock, record, version }: HttpClientDeps): HttpClient {
  const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 16 });
  const httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 16 });
  const client = axios.create({
    httpAgent,
    httpsAgent,
    maxRedirects: 0,
    decompress: false,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    headers: { common: { 'User-Agent': `Kling5Studio/${version}`, Accept: '*/*' } },
  });

  function open(request: HttpRequest): (end: Ending) => void {
    const atMs = clock.now();
    const startedAt = performance.now();
    let isOpen = true;
    return (end) => {
      if (!isOpen) return;
      isOpen = false;
      record({
        atMs,
        method: request.method,
        host: request.url.host,
        path: request.route,
        purpose: request.purpose,
        dataKinds: request.dataKinds,
        bytesSent: request.body === undefined ? 0 : Buffer.byteLength(request.body),
        generationId: request.generationId,
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        ...end,
      });
    };
  }

  async function send<T>(
    request: HttpRequest,
    responseType: 'text' | 'stream',
    record: (end: Ending) => void,
  ): Promise<AxiosResponse<T>> {
    const timeout = AbortSignal.timeout(request.timeoutMs);
    const limits =
      responseType === 'text'
        ? { maxContentLength: maxTextBytes, signal: withTimeout(request.signal, timeout) }
        : request.signal
          ? { signal: request.signal }
          : {};
    try {
      return await client.request<T>({
        method: request.method,
        url: request.url.href,
        headers: request.headers,
        responseType,
        timeout: request.timeoutMs,
        ...(request.body === undefined ? {} : { data: request.body }),
        ...(isLoopback(request.url.hostname) ? { proxy: false } : {}),
        ...limits,
      });
    } catch (thrown) {
      const isOurs = request.signal?.aborted === true;
      const error =
        timeout.aborted && !isOurs && responseType === 'text'
          ? connectionError({ code: 'ETIMEDOUT' })
          : connectionError(thrown);
      const outcome = error.code === 'cancelled' ? 'cancelled' : 'failed';
      record({ bytesReceived: 0, status: null, outcome });
      throw error;
    }
  }

  return {
    text: async (request) => {
      const record = open(request);
      const response = await send<string>(request, 'text', record);
      const text = typeof response.data === 'string' ? response.data : '';
      record({
        bytesReceived: Buffer.byteLength(text),
        status: response.status,
        outcome: response.status < 300 ? 'ok' : 'refused',
      });
      return { status: response.status, header: headerOf(response), text };
    },
    stream: async (request) => {
      const record = open(request);
      const response = await send<Readable>(request, 'stream', record);
      return {
        status: response.status,
        header: headerOf(response),
        stream: response.data,
        settle: (bytesReceived, outcome) => {
          response.data.destroy();
          record({ bytesReceived, status: response.status, outcome });
        },
      };
    },
    close: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

type Ending = Pick<LedgerEntry, 'bytesReceived' | 'status' | 'outcome'>;

function withTimeout(signal: AbortSignal | undefined, timeout: AbortSignal): AbortSignal {
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

function headerOf(response: AxiosResponse): (name: string) => string | null {
  return (name) => {
    const value: unknown = response.headers[name.toLowerCase()];
    return typeof value === 'string' ? value : null;
  };
}

export function unexpectedEnd(): AppError {
  return connectionError({ code: 'ECONNRESET' });
}
