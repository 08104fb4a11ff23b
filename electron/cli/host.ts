// What the app's main process is to the engine, without a window: grants for paths given on the command line, the keychain, and
// where the cloud is. Starts the embedded gateway only when the engine asks for it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GrantUse } from '#shared/contract/host.ts';
import type { GrantId } from '#shared/domain/ids.ts';
import type { HostContract } from '#shared/contract/host.ts';
import { hostContract } from '#shared/contract/host.ts';
import { type AnyHandler, dispatch } from '#shared/rpc/server.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import { createCloudEndpoint } from '../host/cloud-endpoint.ts';
import { createEmbeddedGateway } from '../host/embedded-gateway.ts';
import { createGrantBook } from '../host/grants.ts';
import { createHostHandlers } from '../host/host-handlers.ts';
import { createOwnKeyStore } from '../host/own-key.ts';
import { createSecretStore } from '../host/secrets.ts';
import { forkChild } from '../process/forked-child.ts';
import { rememberLibraryOf } from './places.ts';

export interface CliHost {
  readonly client: TypedClient<HostContract>;
  grant(path: string, use: GrantUse): GrantId;
  /** Ends the embedded gateway if it was started. */
  stop(): Promise<void>;
}

export const gatewayEntry = fileURLToPath(new URL('../gateway/entry-gateway.ts', import.meta.url));

export function createCliHost(home: string): CliHost {
  const grants = createGrantBook();
  const secrets = createSecretStore(home);
  const gateway = createEmbeddedGateway({
    dir: join(home, 'embedded-gateway'),
    faultsFile: process.env['KLING5_GATEWAY_FAULTS'] ?? null,
    spawn: () => forkChild({ entry: gatewayEntry }),
    klingAccess: createOwnKeyStore(secrets, process.env['KLING5_KLING_URL']).access,
  });
  const handlers = createHostHandlers({
    grants,
    secrets,
    endpoint: createCloudEndpoint(gateway, secrets),
    libraryMoved: (path) => rememberLibraryOf(home, path),
  }) as Readonly<Record<string, AnyHandler>>;
  const context = { signal: new AbortController().signal };
  return {
    client: {
      call: async (name, input) =>
        (await dispatch({ contract: hostContract, handlers }, name, input, context)) as never,
    },
    grant: (path, use) => grants.issue(path, use),
    stop: () => gateway.stop(),
  };
}
