// A real HTTP proxy between engine and cloud that goes wrong by a seeded script, and notes what passed it. For tests and
// nothing else. It changes nothing but what the script says; the notes are the referee where both sides' books differ.
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { matchRouteName } from './match-route.ts';
import { createFaultPicker, type ProxyFault, type ProxyRule } from './proxy-script.ts';

/** One request as the proxy saw it. */
export interface Exchange {
  readonly method: string;
  /** Name of the route, `null` for a path outside the contract. */
  readonly route: string | null;
  readonly fault: ProxyFault['type'] | null;
  readonly bytesIn: number;
  /** What the cloud answered, once for each time the request was passed on; `null` where it gave no answer. */
  readonly passed: readonly (number | null)[];
  /** The status that went back; `null` when the connection was cut before it. */
  readonly answered: number | null;
  /** Bytes of the body that went back. */
  readonly bytesOut: number;
}

export interface FaultProxy {
  readonly baseUrl: string;
  /** Everything that arrived so far, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** Replaces the script; counting starts again. */
  play(rules: readonly ProxyRule[]): void;
  /** How often a fault of the present script has hit. */
  readonly hits: number;
  /** Down: connections are cut, new ones at once. */
  setNetwork(isUp: boolean): void;
  /** Cuts the present connections; what came over them is still passed on. */
  hangUp(): void;
  /** Resolves when no request is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Content {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}
type Note = { -readonly [K in keyof Exchange]: Exchange[K] } & { passed: (number | null)[] };

/** An answer that is held is let go after this, when nothing else came by. */
const longestHoldMs = 60;

export async function startFaultProxy(target: () => string, seed = 1): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  const notes: Note[] = [];
  const sockets = new Set<Socket>();
  const underWay = new Set<Promise<void>>();
  let picker = createFaultPicker([], seed);
  let isUp = true;
  /** Let go of the answers that are held until another one has passed. */
  let held: (() => void)[] = [];

  async function pass(message: IncomingMessage, body: Buffer, note: Note): Promise<Content | null> {
    const at = note.passed.push(null) - 1;
    const content = await forward(new URL(target()), message, body, agent).catch(() => null);
    note.passed[at] = content?.status ?? null;
    return content;
  }

  async function hold(): Promise<void> {
    const passedBy = new Promise<void>((resolve) => held.push(resolve));
    await Promise.race([passedBy, delay(longestHoldMs)]);
  }

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = matchRouteName(message.method ?? '', message.url ?? '');
    const fault = picker.next(route);
    const note: Note = {
      method: message.method ?? '',
      route,
      fault: fault?.type ?? null,
      bytesIn: 0,
      passed: [],
      answered: null,
      bytesOut: 0,
    };
    notes.push(note);
    const body = await readAll(message);
    note.bytesIn = body.length;
    if (fault?.type === 'delay') await delay(fault.delayMs);
    if (fault?.type === 'cut-before') return cut(response);
    const own = fault === null ? null : ownAnswer(fault);
    if (own?.when === 'before') return answer(response, own.content, note);
    if (fault?.type === 'duplicate') await pass(message, body, note);
    const content = await pass(
      message,
      fault?.type === 'corrupt-request' ? flip(body) : body,
      note,
    );
    if (content === null || fault?.type === 'cut-after') return cut(response);
    if (fault?.type === 'reorder') await hold();
    const release = held;
    held = [];
    await answer(response, own?.content ?? changed(content, fault), note, fault?.type);
    for (const letGo of release) letGo();
  }

  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer({ keepAliveTimeout: 30_000 }, (message, response) => {
    const work = serve(message, response).catch(() => cut(response));
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });
  server.on('connection', (socket) => {
    if (!isUp) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy()); // the other end went away
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges: notes,
    play: (rules) => {
      picker = createFaultPicker(rules, seed);
    },
    get hits() {
      return picker.hits;
    },
    setNetwork: (next) => {
      isUp = next;
      if (!isUp) hangUp();
    },
    hangUp,
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await Promise.all(underWay);
      agent.destroy();
    },
  };
}

function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

async function readAll(source: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Passes a request on as it came; only the address of the host is the target's. */
function forward(
  target: URL,
  message: IncomingMessage,
  body: Buffer,
  agent: Agent,
): Promise<Content> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: target.hostname,
        port: target.port,
        method: message.method,
        path: message.url,
        headers: { ...message.headers, host: target.host },
        agent,
      },
      (incoming) => {
        readAll(incoming).then(
          (content) =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.rawHeaders,
              body: content,
            }),
          reject,
        );
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** Sends an answer, or as much of it as the fault lets through; resolves when it has left. */
async function answer(
  response: ServerResponse,
  { status, headers, body }: Content,
  note: Note,
  fault?: ProxyFault['type'],
): Promise<void> {
  if (response.socket === null || response.socket.destroyed) return;
  const sent = fault === 'cut-body' ? body.subarray(0, body.length / 2) : body;
  const left = new Promise<void>((resolve) => response.once('close', resolve));
  response.writeHead(status, withLength(headers, body.length));
  note.answered = status;
  note.bytesOut = sent.length;
  if (sent === body) response.end(body);
  else response.write(sent, () => cut(response));
  await left;
}

/** The headers as they came, with the length of what is really sent; the connection's own are this side's affair. */
function withLength(raw: readonly string[], bytes: number): string[] {
  const kept: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2);
    if (!/^(connection|keep-alive|content-length|transfer-encoding)$/i.test(name)) {
      kept.push(name, value);
    }
  }
  return [...kept, 'Content-Length', String(bytes)];
}

function changed(content: Content, fault: ProxyFault | null): Content {
  if (fault?.type === 'truncate') {
    return { ...content, body: content.body.subarray(0, content.body.length / 2) };
  }
  if (fault?.type === 'edit') {
    const value: unknown = JSON.parse(content.body.toString('utf8'));
    return { ...content, body: Buffer.from(JSON.stringify(fault.edit(value))) };
  }
  return fault?.type === 'corrupt' ? { ...content, body: flip(content.body) } : content;
}

/** Turns over every bit of one byte in the middle: never the same, and in a text never a letter. */
function flip(body: Buffer): Buffer {
  const flipped = Buffer.from(body);
  const middle = body.length >> 1;
  if (body.length > 0) flipped[middle] = (body[middle] ?? 0) ^ 0xff;
  return flipped;
}

/** An answer of the proxy's own making, in place of asking the cloud or of what it said. */
function ownAnswer(fault: ProxyFault): { when: 'before' | 'after'; content: Content } | null {
  switch (fault.type) {
    case 'status': {
      const { status, retryAfterSeconds } = fault;
      const wait = retryAfterSeconds === undefined ? [] : ['Retry-After', `${retryAfterSeconds}`];
      const content = { status, headers: wait, body: Buffer.from(`Status ${status}`) };
      return { when: fault.when, content };
    }
    case 'html':
      return { when: fault.when, content: page };
    case 'error-body':
      return { when: fault.when, content: errorBody };
    case 'redirect':
      return { when: 'before', content: { ...page, status: 302, headers: ['Location', fault.to] } };
    case 'delay':
    case 'cut-before':
    case 'cut-after':
    case 'cut-body':
    case 'truncate':
    case 'duplicate':
    case 'reorder':
    case 'corrupt':
    case 'corrupt-request':
    case 'edit':
      return null;
    default:
      return fault satisfies never;
  }
}

const page: Content = {
  status: 200,
  headers: ['Content-Type', 'text/html; charset=utf-8'],
  body: Buffer.from('<!doctype html><title>Sign in</title><p>Welcome to this network.'),
};

const errorBody: Content = {
  status: 200,
  headers: ['Content-Type', 'application/json'],
  body: Buffer.from('{"error":{"code":"internal","message":"The service made a mistake."}}'),
};
