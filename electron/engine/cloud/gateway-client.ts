// The cloud's HTTP contract as typed calls. Every answer is parsed; what does not fit the contract is an error, not data.
import type { z } from 'zod';
import { AppError, toAppError } from '#shared/errors.ts';
import { gatewayRoutes, type Route, type RouteName } from '#shared/gateway/routes.ts';
import { invalidAnswer, isFinalRefusal, readFailure, refusalError } from './cloud-errors.ts';
import type { Clock } from '../clock.ts';
import { failpoint } from '../failpoint.ts';
import type { Endpoint, EndpointSource } from './endpoint.ts';
import type { HttpClient, StreamAnswer, TextAnswer } from './http-client.ts';
import { routePurposes } from './route-purposes.ts';
import { resolveResultUrl } from './url-rules.ts';

type Routes = typeof gatewayRoutes;
type BytesRoute = 'outputContent' | 'outputPoster' | 'dataExportContent';
export type CallRoute = Exclude<RouteName, BytesRoute>;

type BodyOf<K extends CallRoute> = Routes[K] extends { body: infer B }
  ? B extends z.ZodType
    ? z.input<B>
    : Uint8Array
  : undefined;
type ParsedAnswer<T> = T extends z.ZodType ? z.output<T> : never;
export type AnswerOf<K extends CallRoute> = ParsedAnswer<
  Routes[K]['responses'][keyof Routes[K]['responses']]
>;

export interface CallOptions<K extends CallRoute> {
  /** Values of `:name` in the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: BodyOf<K>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
  /** Which job it is for; ledger only. */
  readonly generationId?: string;
  /** Instead of the account's token: a delete-only one. */
  readonly token?: string;
}

export interface BytesRequest {
  /** As the cloud sent it; refused when it leads to another host. */
  readonly url: string;
  readonly downloadHosts: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly generationId: string | null;
  readonly signal: AbortSignal;
}

export interface GatewayClient {
  call<K extends CallRoute>(name: K, options?: CallOptions<K>): Promise<AnswerOf<K>>;
  /** Opens a signed address. The caller settles the answer. Sends no token. */
  open(name: BytesRoute, request: BytesRequest): Promise<StreamAnswer>;
}

export interface GatewayClientDeps {
  readonly http: HttpClient;
  readonly endpoints: EndpointSource;
  readonly clock: Clock;
  /** Throws when the user does not allow this request. */
  readonly permit?: (route: CallRoute, body: unknown) => void;
  /** Told of every answer and of every failure to get one. */
  readonly onOutcome: (error: AppError | null) => void;
}

const callTimeoutMs = 30_000;
const silenceMs = 30_000;

export function createGatewayClient(deps: GatewayClientDeps): GatewayClient {
  const { http, endpoints, clock } = deps;

  async function attempt(
    endpoint: Endpoint,
    name: CallRoute,
    options: CallOptions<CallRoute>,
  ): Promise<TextAnswer> {
    const route: Route = gatewayRoutes[name];
    const body = encodeBody(options.body);
    const token = route.scope === 'public' ? null : (options.token ?? endpoint.token);
    failpoint(`before ${name}`);
    const answer = await http.text({
      method: route.method,
      url: routeUrl(endpoint.base, route.path, options),
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body ? { 'Content-Type': body.type } : {}),
        ...options.headers,
      },
      ...(body ? { body: body.content } : {}),
      signal: options.signal,
      timeoutMs: options.timeoutMs ?? callTimeoutMs,
      route: route.path,
      ...routePurposes[name],
      generationId: options.generationId ?? null,
    });
    failpoint(`after ${name}`);
    return answer;
  }

  /** Once more when the place or the token turned out to be old; nothing was done there then. */
  async function send(name: CallRoute, options: CallOptions<CallRoute>): Promise<TextAnswer> {
    const endpoint = await locate(endpoints.current());
    const renewed = async (): Promise<Endpoint | null> => {
      const fresh = await locate(endpoints.renew(endpoint));
      const isSame = fresh.base.href === endpoint.base.href && fresh.token === endpoint.token;
      return isSame ? null : fresh;
    };
    try {
      const answer = await attempt(endpoint, name, options);
      if (answer.status !== 401 || options.token !== undefined) return answer;
      const fresh = await renewed();
      return fresh ? await attempt(fresh, name, options) : answer;
    } catch (thrown) {
      const isGone = thrown instanceof AppError && thrown.details['isSent'] === false;
      const fresh = isGone && endpoint.isEmbedded ? await renewed() : null;
      if (fresh) return attempt(fresh, name, options);
      if (!isStaleSocket(thrown) || gatewayRoutes[name].method !== 'GET') throw thrown;
      return attempt(endpoint, name, options);
    }
  }

  async function call<K extends CallRoute>(
    name: K,
    options: CallOptions<K> = {},
  ): Promise<AnswerOf<K>> {
    deps.permit?.(name, options.body);
    try {
      const answer = await send(name, options);
      const value = readAnswer(name, answer, clock.now());
      deps.onOutcome(null);
      return value as AnswerOf<K>;
    } catch (thrown) {
      if (thrown instanceof AppError) deps.onOutcome(thrown);
      throw thrown;
    }
  }

  async function open(name: BytesRoute, request: BytesRequest): Promise<StreamAnswer> {
    const { base } = await locate(endpoints.current());
    const url = resolveResultUrl(request.url, base, request.downloadHosts);
    try {
      failpoint(`before ${name}`);
      const answer = await http.stream({
        method: 'GET',
        url,
        headers: request.headers,
        signal: request.signal,
        timeoutMs: silenceMs,
        route: gatewayRoutes[name].path,
        ...routePurposes[name],
        generationId: request.generationId,
      });
      failpoint(`after ${name}`);
      return answer;
    } catch (thrown) {
      if (thrown instanceof AppError) deps.onOutcome(thrown);
      throw thrown;
    }
  }

  return { call, open };
}

/** A kept connection that the server closed just as it was used again. Reads are simply repeated. */
function isStaleSocket(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.details['reason'] === 'ECONNRESET';
}

/** A host that cannot say where the cloud is: to whoever waits for it, the cloud does not answer. */
async function locate(asked: Promise<Endpoint>): Promise<Endpoint> {
  try {
    return await asked;
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    throw new AppError('cloud-unreachable', message, {
      retryable: true,
      details: { kind: 'cloud', reason: code, isSent: false },
      cause: thrown,
    });
  }
}

function encodeBody(body: unknown): { type: string; content: Uint8Array | string } | null {
  if (body === undefined) return null;
  return body instanceof Uint8Array
    ? { type: 'application/octet-stream', content: body }
    : { type: 'application/json', content: JSON.stringify(body) };
}

function routeUrl(base: URL, path: string, options: CallOptions<CallRoute>): URL {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(options.params?.[name] ?? ''),
  );
  const url = new URL(base.pathname.replace(/\/$/, '') + filled, base);
  for (const [key, value] of Object.entries(options.query ?? {})) {
    url.searchParams.set(key, String(value));
  }
  return url;
}

function readAnswer(name: CallRoute, answer: TextAnswer, nowMs: number): unknown {
  if (answer.status < 200 || answer.status > 299) {
    if (isFinalRefusal(answer.status) && readFailure(answer.text) === null) {
      throw invalidAnswer(name, `status ${answer.status}`); // not the cloud's words: nothing ends by them
    }
    throw refusalError({
      status: answer.status,
      body: answer.text,
      retryAfter: answer.header('retry-after'),
      nowMs,
    });
  }
  const route: Route = gatewayRoutes[name];
  const schema = route.responses[answer.status];
  if (schema === undefined || schema === 'bytes' || schema === 'empty') {
    throw invalidAnswer(name, `status ${answer.status}`);
  }
  const parsed = schema.safeParse(parseJson(name, answer.text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalidAnswer(name, `${issue?.path.join('.')}: ${issue?.message}`);
}

function parseJson(name: CallRoute, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidAnswer(name, 'not JSON');
  }
}
