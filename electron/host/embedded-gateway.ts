// The embedded gateway's process: started when the engine first asks where the cloud is, started again after a crash.
import { randomBytes } from 'node:crypto';
import { gatewayProcessContract, type KlingAccess } from '#shared/contract/gateway-process.ts';
import { AppError } from '#shared/errors.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import type { HostedChild } from '../process/forked-child.ts';

export interface Endpoint {
  readonly baseUrl: string;
  readonly token: string;
  readonly isEmbedded: boolean;
}

export interface EmbeddedGateway {
  endpoint(): Promise<Endpoint>;
  stop(): Promise<void>;
  readonly pid: number | undefined;
}

export interface EmbeddedGatewayDeps {
  readonly dir: string;
  readonly faultsFile: string | null;
  readonly spawn: () => HostedChild;
  /** The user's own key, asked for at each start; without one the demo makes the clips. */
  readonly klingAccess: () => Promise<KlingAccess | undefined>;
}

export function createEmbeddedGateway(deps: EmbeddedGatewayDeps): EmbeddedGateway {
  let child: HostedChild | null = null;
  let starting: Promise<Endpoint> | null = null;
  /** Counts the stops: a start that was overtaken by one must not leave a process behind. */
  let stops = 0;

  async function start(): Promise<Endpoint> {
    const stopsBefore = stops;
    const kling = await deps.klingAccess();
    if (stops !== stopsBefore) {
      throw new AppError('cloud-unreachable', 'The gateway was stopped', { retryable: true });
    }
    const started = deps.spawn();
    child = started;
    const client = createRpcClient(started.port, {
      set: (callback, delayMs) => setTimeout(callback, delayMs),
      clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
    });
    void started.ended.then(() => {
      client.rejectAll(
        new AppError('cloud-unreachable', 'The gateway stopped', { retryable: true }),
      );
      if (child !== started) return;
      child = null;
      starting = null;
    });
    const token = randomBytes(32).toString('base64url');
    const { baseUrl } = await createTypedClient(gatewayProcessContract, client).call(
      'gateway.start',
      { dir: deps.dir, port: 0, token, faultsFile: deps.faultsFile, ...(kling && { kling }) },
    );
    return { baseUrl, token, isEmbedded: true };
  }

  return {
    endpoint: () => {
      if (starting) return starting;
      const mine = start().catch((error: unknown) => {
        if (starting === mine) starting = null;
        throw error;
      });
      starting = mine;
      return mine;
    },
    stop: async () => {
      stops += 1;
      const present = child;
      child = null;
      starting = null;
      await present?.stop();
    },
    get pid() {
      return child?.pid;
    },
  };
}
