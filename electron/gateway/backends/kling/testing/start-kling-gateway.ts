// The real gateway with the Kling back-end against the imitated platform, in one test: milliseconds instead of seconds.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serviceDescriptionSchema } from '#shared/gateway/service.ts';
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
/** Of the same account, and of another one. */
export const byFreshApiKey = { type: 'api-key', apiKey: 'canary-fresh-key-c4' } as const;
export const byOtherApiKey = { type: 'api-key', apiKey: 'canary-other-key-d2' } as const;
export const byAccessKey: KlingCredentials = { type: 'access-key', accessKey, secretKey };

const quickLimits: KlingLimits = {
  pollMs: { first: 15, slowest: 30 },
  pollBackOff: { baseMs: 10, capMs: 40 },
  busyBackOff: { baseMs: 20, capMs: 40 },
  retryBackOff: { baseMs: 10, capMs: 40 },
  downloadBackOff: { baseMs: 5, capMs: 20 },
  downloadTries: 3,
  haltMs: 200,
  // Long enough for a busy machine; tests of silence make them short.
  answerMs: 10_000,
  idleMs: 10_000,
  maxResultBytes: 5_000_000,
  balanceMs: 1_000,
  balancePatienceMs: 300,
};

export interface KlingGatewayOptions {
  readonly credentials?: KlingCredentials;
  readonly server?: KlingTestServerOptions;
  readonly limits?: Partial<KlingLimits>;
  /** Added to the real time, for the gateway. */
  readonly clockAheadMs?: () => number;
  readonly concurrencyPerModel?: number;
  /** Between 0 and 1, for every random wait. */
  readonly luck?: number;
}

export type KlingGateway = Awaited<ReturnType<typeof startKlingGateway>>;

export async function startKlingGateway(options: KlingGatewayOptions = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'kling5-kling-'));
  const token = randomBytes(32).toString('base64url');
  const logged: string[] = [];
  const server: KlingTestServer = await startKlingTestServer({
    waitMs: 20,
    workMs: 30,
    keys: {
      apiKeys: [apiKey, byFreshApiKey.apiKey],
      otherApiKeys: [byOtherApiKey.apiKey],
      accessKeys: { [accessKey]: secretKey },
    },
    ...options.server,
  });
  const outside = {
    clock: { now: () => Date.now() + (options.clockAheadMs?.() ?? 0) },
    ids: randomId,
    random: (size: number) =>
      options.luck === undefined ? randomBytes(size) : Buffer.alloc(size, options.luck * 256),
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
  const countOf = (wanted: string, pattern: RegExp) =>
    server.requests.filter(({ method, path }) => method === wanted && pattern.test(path)).length;
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
    /** What the service says about itself. */
    status: async () =>
      serviceDescriptionSchema.parse(await (await ask('/v1/service')).json()).status,
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
    orders: () => countOf('POST', /^(?!\/tasks)/),
    queries: () => countOf('GET', /^\/(tasks|v1)/),
    mediaRequests: () => countOf('GET', /^\/media/),
    /** Until something is so that no answer of the gateway tells. */
    until: async (isReached: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await isReached())) await wait(5);
    },
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
