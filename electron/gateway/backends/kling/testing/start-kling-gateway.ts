// The real gateway with the Kling back-end against the imitated platform, in one test: milliseconds instead of seconds.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultScriptSchema } from '../../../faults/fault-script.ts';
import {
  type KlingTestServer,
  type KlingTestServerOptions,
  startKlingTestServer,
} from '../../../kling-test-server/server.ts';
import { randomId } from '../../../outside.ts';
import { createGateway, type Gateway } from '../../../server.ts';
import { createClient } from '../../../testing/test-client.ts';
import type { KlingCredentials } from '../credentials.ts';
import { createKlingBackend } from '../kling-backend.ts';
import type { KlingLimits } from '../limits.ts';

export const apiKey = 'canary-api-key-7f3a90';
export const accessKey = 'canary-access-key-51';
export const secretKey = 'canary-secret-key-88';
export const byApiKey: KlingCredentials = { type: 'api-key', apiKey };
export const byAccessKey: KlingCredentials = { type: 'access-key', accessKey, secretKey };

export const quickLimits: KlingLimits = {
  pollMs: { first: 15, slowest: 30 },
  pollBackOff: { baseMs: 10, capMs: 40 },
  busyBackOff: { baseMs: 20, capMs: 40 },
  retryBackOff: { baseMs: 10, capMs: 40 },
  downloadBackOff: { baseMs: 5, capMs: 20 },
  downloadTries: 3,
  haltMs: 200,
  answerMs: 400,
  idleMs: 200,
  maxResultBytes: 5_000_000,
  balanceMs: 1_000,
};

export interface KlingGatewayOptions {
  readonly credentials?: KlingCredentials;
  readonly server?: KlingTestServerOptions;
  readonly limits?: Partial<KlingLimits>;
  /** Added to the real time, for the gateway. */
  readonly clockAheadMs?: () => number;
  readonly concurrencyPerModel?: number;
}

export type KlingGateway = Awaited<ReturnType<typeof startKlingGateway>>;

export async function startKlingGateway(options: KlingGatewayOptions = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'kling5-kling-'));
  const token = randomBytes(32).toString('base64url');
  const logged: string[] = [];
  const server: KlingTestServer = await startKlingTestServer({
    waitMs: 20,
    workMs: 30,
    keys: { apiKeys: [apiKey], accessKeys: { [accessKey]: secretKey } },
    ...options.server,
  });
  const outside = {
    clock: { now: () => Date.now() + (options.clockAheadMs?.() ?? 0) },
    ids: randomId,
    random: (size: number) => randomBytes(size),
    log: (event: string, fields?: object) => logged.push(JSON.stringify({ event, ...fields })),
  };

  function open(credentials: KlingCredentials, port: number): Promise<Gateway> {
    const backend = createKlingBackend({
      credentials,
      region: 'global',
      baseUrl: server.baseUrl,
      folder: join(dir, 'incoming'),
      outside,
      fetch: globalThis.fetch,
      limits: { ...quickLimits, ...options.limits },
      ...(options.concurrencyPerModel === undefined
        ? {}
        : { concurrencyPerModel: options.concurrencyPerModel }),
    });
    const faults = faultScriptSchema.parse({});
    return createGateway({ dir, port, token, faults, backend, ...outside });
  }

  let gateway = await open(options.credentials ?? byApiKey, 0);
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(new URL(path, gateway.baseUrl), { ...init, headers });
  };
  return {
    dir,
    server,
    logged,
    fetch: ask,
    client: createClient({
      get baseUrl() {
        return gateway.baseUrl;
      },
      fetch: ask,
    }),
    restart: async (
      whileClosed: () => void | Promise<void> = () => undefined,
      credentials = options.credentials ?? byApiKey,
    ) => {
      const { port } = new URL(gateway.baseUrl);
      await gateway.close();
      await whileClosed();
      gateway = await open(credentials, Number(port));
    },
    /** Orders that the platform got, accepted or not. */
    orders: () =>
      server.requests.filter(({ method, path }) => method === 'POST' && path !== '/tasks').length,
    /** Everything that was ever written: files of the gateway, and its log. */
    everythingWritten: async (): Promise<Buffer> => {
      const names = await readdir(dir, { recursive: true, withFileTypes: true });
      const files = names.filter((entry) => entry.isFile());
      const contents = files.map((entry) => readFile(join(entry.parentPath, entry.name)));
      return Buffer.concat([...(await Promise.all(contents)), Buffer.from(logged.join('\n'))]);
    },
    incoming: () => readdir(join(dir, 'incoming')),
    close: async () => {
      await gateway.close();
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
