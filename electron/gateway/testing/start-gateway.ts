// Starts the real gateway inside a test: on a free port, in a temporary folder, with a back-end that needs no rendering.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../dependencies.ts';
import { faultScriptSchema, type FaultScriptInput } from '../faults/fault-script.ts';
import type { AccessEntry } from '../http/access-log.ts';
import { randomId } from '../outside.ts';
import { createGateway, type Gateway } from '../server.ts';
import { createInstantBackend, type InstantBackend } from './instant-backend.ts';

export interface TestGatewayOptions {
  readonly faults?: FaultScriptInput;
  /** A folder to use again; it is then not removed by `close`. */
  readonly dir?: string;
  readonly backend?: InstantBackend;
  readonly clock?: Clock;
}

export interface TestGateway {
  readonly baseUrl: string;
  readonly token: string;
  readonly dir: string;
  readonly backend: InstantBackend;
  /** `fetch` against this gateway, with the account's token. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Everything that was asked so far, oldest first. */
  accessLog(): Promise<AccessEntry[]>;
  /** Closes and starts again on the same folder, port and token. */
  restart(
    changes?: Pick<TestGatewayOptions, 'faults' | 'backend'>,
    whileClosed?: () => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'kling5-gateway-')));
  const token = randomBytes(32).toString('base64url');
  const logged: string[] = [];
  let backend = options.backend ?? createInstantBackend();
  let faults = options.faults ?? {};

  const open = (port: number): Promise<Gateway> =>
    createGateway({
      dir,
      port,
      token,
      faults: faultScriptSchema.parse(faults),
      backend,
      clock: options.clock ?? { now: () => Date.now() },
      ids: randomId,
      random: (size) => randomBytes(size),
      log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
    });

  let gateway = await open(0);

  return {
    get baseUrl() {
      return gateway.baseUrl;
    },
    get backend() {
      return backend;
    },
    token,
    dir,
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
      return fetch(new URL(path, gateway.baseUrl), { ...init, headers });
    },
    accessLog: async () => {
      const text = await readFile(join(dir, 'access.jsonl'), 'utf8');
      return text
        .slice(0, text.lastIndexOf('\n') + 1) // a line may be half written at this moment
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as AccessEntry);
    },
    restart: async (changes = {}, whileClosed) => {
      const { port } = new URL(gateway.baseUrl);
      await gateway.close();
      await whileClosed?.();
      backend = changes.backend ?? createInstantBackend();
      faults = changes.faults ?? {};
      gateway = await open(Number(port));
    },
    close: async () => {
      await gateway.close();
      if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
    },
  };
}
