// The engine in a process of its own, as in the app, so that a test can kill it. For tests and nothing else.
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { CallInput, CallName, CallOutput } from '#shared/contract/define.ts';
import { type EngineContract, engineContract } from '#shared/contract/engine.ts';
import { hostContract } from '#shared/contract/host.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { forkChild } from '../../process/forked-child.ts';
import type { Failpoint } from '../failpoint.ts';
import { createTestHost, type TestCloud } from './start-engine.ts';

export interface ForkedEngine {
  readonly pid: number;
  /** `engine.ready` or `engine.failed`. */
  readonly started: Promise<{ readonly name: string; readonly payload: unknown }>;
  call<K extends CallName<EngineContract>>(
    name: K,
    input: CallInput<EngineContract, K>,
  ): Promise<CallOutput<EngineContract, K>>;
  /** A grant for a path, as a dialog would give it. */
  grant(path: string): string;
  /** Resolves when the process is gone, for whatever reason; with the signal that ended it. */
  readonly ended: Promise<string | null>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ForkedEngineOptions {
  /** Where the engine ends itself, and at which pass. */
  readonly failpoint?: { readonly name: Failpoint; readonly passes: number };
  readonly env?: NodeJS.ProcessEnv;
}

export function forkEngine(
  folder: string,
  cloud: TestCloud | null,
  { failpoint, env }: ForkedEngineOptions = {},
): ForkedEngine {
  const entry = failpoint ? './entry-failing-engine.ts' : '../entry-engine.ts';
  const grants = new Map<string, string>();
  const child = forkChild({
    entry: fileURLToPath(new URL(entry, import.meta.url)),
    env: {
      ...env,
      ...(failpoint && { KLING5_FAILPOINT: JSON.stringify(failpoint) }),
      KLING5_ENGINE_CONFIG: JSON.stringify({
        home: folder,
        library: `${folder}/library`,
        logs: `${folder}/logs`,
        version: '0.0.0-test',
      }),
    },
  });
  const host = createTestHost(cloud, grants);
  serveRpc(child.port, {
    contract: hostContract,
    handlers: Object.fromEntries(
      Object.keys(hostContract).map((name) => [
        name,
        (input: never) => host.call(name as keyof typeof hostContract, input),
      ]),
    ),
  });
  const rpc = createRpcClient(child.port, {
    set: (callback, delayMs) => setTimeout(callback, delayMs),
    clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  });
  const client = createTypedClient(engineContract, rpc);
  void child.ended.then(() => rpc.close()); // nobody waits for an answer of the dead
  const started = new Promise<{ name: string; payload: unknown }>((resolve) => {
    child.port.listen((message) => {
      if (message.type === 'event' && message.name.startsWith('engine.')) resolve(message);
    });
  });
  return {
    pid: child.pid ?? 0,
    started,
    call: async (name, input) => {
      await started;
      return client.call(name, input);
    },
    grant: (path) => {
      const id = randomBytes(10).toString('hex');
      grants.set(id, path);
      return id;
    },
    ended: child.ended.then(({ signal }) => signal),
    kill: async () => {
      if (child.pid) process.kill(child.pid, 'SIGKILL');
      await child.ended;
    },
    stop: () => child.stop(),
  };
}
