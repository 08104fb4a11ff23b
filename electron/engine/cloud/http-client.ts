// The only way out of this device. One axios instance; every request is in the ledger, whatever became of it.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import type { AxiosInstance, AxiosResponse } from 'axios';
import type { NetworkRequest } from '#shared/contract/data.ts';
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import type { LedgerEnding, LedgerRequest } from '../database/ledger-writes.ts';
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
  /**
   * Breaks off what goes over the network: after a sleep or on another network, nobody is at the other end, and nothing would say so
   * for half a minute. What goes to this device itself is left alone.
   */
  dropConnections(): void;
  close(): void;
}

export interface HttpClientDeps {
  readonly clock: Clock;
  /** Told before a request leaves; what it returns is told how it ended. */
  readonly record: (request: LedgerRequest) => (ending: LedgerEnding) => void;
  readonly version: string;
}

const maxTextBytes = 8 * 1024 * 1024;

export function createHttpClient({ clock, record, version }: HttpClientDeps): HttpClient {
  const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 16 });
  const httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 16 });
  let loaded: Promise<AxiosInstance> | null = null;

  /** With the first request: no start needs one, and with it comes most of what Node knows of networks. */
  async function load(): Promise<AxiosInstance> {
    const { default: axios } = await import('axios');
    return axios.create({
      httpAgent,
      httpsAgent,
      maxRedirects: 0,
      decompress: false,
      validateStatus: () => true,
      transformRequest: [(data: unknown) => data],
      transformResponse: [(data: unknown) => data],
      headers: { common: { 'User-Agent': `Kling5Studio/${version}`, Accept: '*/*' } },
    });
  }
  const client = () => (loaded ??= load());

  function open(request: HttpRequest): (end: Ending) => void {
    const startedAt = performance.now();
    const ended = record({
      atMs: clock.now(),
      method: request.method,
      host: request.url.host,
      path: request.route,
      purpose: request.purpose,
      dataKinds: request.dataKinds,
      bytesSent: request.body === undefined ? 0 : Buffer.byteLength(request.body),
      generationId: request.generationId,
    });
    let isOpen = true;
    return (end) => {
      if (!isOpen) return;
      isOpen = false;
      ended({ ...end, durationMs: Math.round((performance.now() - startedAt) * 10) / 10 });
    };
  }

  /** Resolves when the head of the answer is there; its body is still to be read. */
  async function send(request: HttpRequest, signal: AbortSignal | undefined) {
    return (await client()).request<Readable>({
      method: request.method,
      url: request.url.href,
      headers: request.headers,
      responseType: 'stream',
      timeout: request.timeoutMs,
      ...(request.body === undefined ? {} : { data: request.body }),
      ...(isLoopback(request.url.hostname) ? { proxy: false } : {}),
      ...(signal ? { signal } : {}),
    });
  }

  return {
    text: async (request) => {
      await client(); // what is loaded takes nothing of the time that the cloud has
      const end = open(request);
      const timeout = AbortSignal.timeout(request.timeoutMs);
      const seen: Seen = { status: null, bytesReceived: 0 };
      try {
        const response = await send(request, withTimeout(request.signal, timeout));
        seen.status = response.status;
        const text = await readText(response.data, seen);
        end({ ...seen, outcome: response.status < 300 ? 'ok' : 'refused' });
        return { status: response.status, header: headerOf(response), text };
      } catch (thrown) {
        const isLate = timeout.aborted && request.signal?.aborted !== true;
        const error = errorOf(isLate ? { code: 'ETIMEDOUT' } : thrown, request.signal);
        end({ ...seen, outcome: error.code === 'cancelled' ? 'cancelled' : 'failed' });
        throw error;
      }
    },
    stream: async (request) => {
      await client();
      const end = open(request);
      try {
        const response = await send(request, request.signal);
        return {
          status: response.status,
          header: headerOf(response),
          stream: response.data,
          settle: (bytesReceived, outcome) => {
            response.data.destroy();
            end({ bytesReceived, status: response.status, outcome });
          },
        };
      } catch (thrown) {
        const error = errorOf(thrown, request.signal);
        const outcome = error.code === 'cancelled' ? 'cancelled' : 'failed';
        end({ bytesReceived: 0, status: null, outcome });
        throw error;
      }
    },
    dropConnections: () => httpsAgent.destroy(), // plain HTTP goes to this device alone
    close: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

type Ending = Omit<LedgerEnding, 'durationMs'>;

/** How much of an answer there is so far. */
type Seen = { -readonly [K in 'status' | 'bytesReceived']: LedgerEnding[K] };

/** The whole body as text; counts what arrives, also of a body that breaks off. Throws for bytes that are no text. */
async function readText(stream: Readable, seen: Seen): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    seen.bytesReceived += (chunk as Buffer).length;
    if (seen.bytesReceived > maxTextBytes) throw unreadable('too long');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw unreadable('not UTF-8');
  }
}

function unreadable(why: string): AppError {
  return new AppError('cloud-invalid-answer', 'The cloud gave an answer that makes no sense.', {
    retryable: true,
    details: { why },
  });
}

function errorOf(thrown: unknown, signal: AbortSignal | undefined): AppError {
  if (thrown instanceof AppError) return thrown;
  return connectionError(signal?.aborted ? { code: 'ERR_CANCELED' } : thrown);
}

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
