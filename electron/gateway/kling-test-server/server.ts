// A faithful local imitation of the Kling open platform, both generations behind one task store, which can be told to
// misbehave. For tests and for trying things by hand; it makes nothing but small sample clips.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { authorise, type KnownKeys } from './authorise.ts';
import { createFaults, type FaultAct, type FaultInput } from './faults.ts';
import { createMedia } from './media.ts';
import { Rejection } from './rejection.ts';
import { createRoutes, generationOf, targetOf } from './routes.ts';
import { createTaskStore, type Task } from './task-store.ts';

export interface KlingTestServerOptions {
  readonly port?: number;
  readonly keys?: KnownKeys;
  readonly now?: () => number;
  /** From accepted to in work, and from there to the end. */
  readonly waitMs?: number;
  readonly workMs?: number;
  readonly concurrency?: number;
  /** In the account's pack. */
  readonly units?: number;
  readonly urlLifetimeMs?: number;
  readonly faults?: readonly FaultInput[];
}

export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly code: number | null;
}

export interface KlingTestServer {
  readonly baseUrl: string;
  readonly faults: ReturnType<typeof createFaults>;
  readonly requests: readonly RequestRecord[];
  /** How many tasks were ever accepted. */
  accepted(): number;
  tasks(): readonly Task[];
  remainingUnits(): number;
  /** Results that are on their way at the moment. */
  openMedia(): number;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly code: number; readonly message: string; readonly data?: unknown };
}

export async function startKlingTestServer(
  options: KlingTestServerOptions = {},
): Promise<KlingTestServer> {
  const now = options.now ?? Date.now;
  const keys = options.keys ?? { apiKeys: [], accessKeys: {} };
  const faults = createFaults(options.faults);
  const requests: RequestRecord[] = [];
  const storeOptions = {
    now,
    random: () => String(randomBytes(6).readUIntBE(0, 6)),
    waitMs: options.waitMs ?? 4_000,
    workMs: options.workMs ?? 20_000,
    concurrency: options.concurrency ?? 5,
    units: options.units ?? 1_000,
  };
  const store = createTaskStore(storeOptions);
  const media = createMedia({
    secret: randomBytes(16).toString('hex'),
    now,
    urlLifetimeMs: options.urlLifetimeMs ?? 3_600_000,
  });
  let baseUrl = '';
  let mediaOrigin = '';
  let openMedia = 0;
  const view = {
    phaseOf: store.phaseOf,
    urlOf: (task: Task) => `${mediaOrigin || baseUrl}${media.pathOf(task)}`,
  };
  const routes = {
    first: createRoutes({ store, view, now }),
    other: createRoutes({ store: createTaskStore(storeOptions), view, now }),
  };

  async function sendMedia(url: URL, request: IncomingMessage, response: ServerResponse) {
    const task = store.byId(/^\/media\/(\w+)\.mp4$/.exec(url.pathname)?.[1] ?? '');
    const fault = faults.take('media');
    if (fault?.type === 'hang') return;
    if (fault?.type === 'redirect') {
      response.writeHead(307, { Location: fault.to }).end();
      return;
    }
    if (fault?.type === 'error') {
      response.writeHead(fault.status ?? 500).end();
      return;
    }
    if (!task || !media.isSigned(task.id, url.searchParams)) {
      response.writeHead(403).end();
      return;
    }
    const isOfMedia =
      fault?.type === 'cut' || fault?.type === 'wrong-length' || fault?.type === 'not-a-video';
    await media.send(task, request, response, isOfMedia ? fault.type : null);
  }

  function answer(
    url: URL,
    request: IncomingMessage,
    body: string,
    fault: FaultAct | null,
  ): Answer {
    try {
      const path = url.pathname;
      const account = authorise(request.headers.authorization, generationOf(path), keys, now());
      if (fault?.type === 'error') throw new Rejection(fault.code, 'As ordered', fault.status);
      if (fault?.type === 'echo') {
        throw new Rejection(fault.code, `Refused ${request.headers.authorization}`);
      }
      mediaOrigin = fault?.type === 'other-host' ? fault.origin : '';
      const method = request.method ?? 'GET';
      const data = routes[account]({
        method,
        path,
        query: url.searchParams,
        body: parse(body),
        fault,
      });
      return { status: 200, body: { code: 0, message: 'SUCCEED', data: bend(data, fault) } };
    } catch (thrown) {
      if (!(thrown instanceof Rejection)) throw thrown;
      return { status: thrown.status, body: { code: thrown.code, message: thrown.message } };
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname;
    const method = request.method ?? 'GET';
    if (path.startsWith('/media/')) {
      openMedia += 1;
      response.once('close', () => {
        openMedia -= 1;
        requests.push({ method, path, status: response.statusCode, code: null });
      });
      return sendMedia(url, request, response);
    }
    const body = await text(request);
    const fault = faults.take(targetOf(method, path));
    if (fault?.type === 'hang') {
      requests.push({ method, path, status: null, code: null });
      return;
    }
    if (fault?.type === 'html') {
      requests.push({ method, path, status: fault.status, code: null });
      response.writeHead(fault.status, { 'Content-Type': 'text/html' }).end('<html>Bad</html>');
      return;
    }
    if (fault?.type === 'redirect') {
      requests.push({ method, path, status: 307, code: null });
      response.writeHead(307, { Location: fault.to }).end();
      return;
    }
    const { status, body: content } = answer(url, request, body, fault);
    const isLost = fault?.type === 'lose-answer' || fault?.type === 'hold-answer';
    requests.push({ method, path, status: isLost ? null : status, code: content.code });
    if (fault?.type === 'hold-answer') return;
    if (isLost) {
      response.destroy();
      return;
    }
    const json = Buffer.from(
      JSON.stringify({ ...content, request_id: randomBytes(8).toString('hex') }),
    );
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': json.length,
      ...(fault?.type === 'error' && fault.retryAfter !== undefined
        ? { 'Retry-After': fault.retryAfter }
        : {}),
    });
    if (fault?.type === 'cut') {
      response.write(json.subarray(0, Math.floor(json.length / 2)), () => response.destroy());
    } else response.end(json);
  }

  const server = createServer((request, response) => {
    // Clients with a wrong clock correct themselves by it.
    response.setHeader('Date', new Date(now()).toUTCString());
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    baseUrl,
    faults,
    requests,
    accepted: store.accepted,
    tasks: store.all,
    remainingUnits: store.remaining,
    openMedia: () => openMedia,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function parse(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    throw new Rejection(1200, 'The body is not JSON');
  }
}

/** Answers that are well-formed and yet not what was promised. */
function bend(data: object, fault: FaultAct | null): unknown {
  if (fault?.type === 'omit-task') return Array.isArray(data) ? data.slice(1) : {};
  if (fault?.type === 'object-data' && Array.isArray(data)) return data[0] ?? {};
  if (fault?.type === 'unknown-status') {
    return bendEach(data, { status: 'polishing', task_status: 'polishing' });
  }
  if (fault?.type === 'no-outputs') return bendEach(data, { outputs: [], task_result: {} });
  return data;
}

function bendEach(data: object, changes: object): unknown {
  const bent = (view: object) => ({ ...view, ...changes });
  return Array.isArray(data) ? data.map(bent) : bent(data);
}
