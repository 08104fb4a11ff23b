// The embedded gateway's process: started when the engine first asks where the cloud is, started again after a crash.
import { randomBytes } from 'node:crypto';
import { gatewayProcessContract } from '#shared/contract/gateway-process.ts';
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
}

export function createEmbeddedGateway(deps: EmbeddedGatewayDeps): EmbeddedGateway {
  let child: HostedChild | null = null;
  let starting: Promise<Endpoint> | null = null;

  async function start(): Promise<Endpoint> {
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
      { dir: deps.dir, port: 0, token, faultsFile: deps.faultsFile },
    );
    return { baseUrl, token, isEmbedded: true };
  }

  return {
    endpoint: () => {
      starting ??= start().catch((error: unknown) => {
        starting = null;
        throw error;
      });
      return starting;
    },
    stop: async () => {
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
