// What the engine may ask of this process: places the user chose, where the cloud is, the keychain.
import { type HostHandlers, hostContract } from '#shared/contract/host.ts';
import type { Port } from '#shared/rpc/messages.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import type { Endpoint } from './embedded-gateway.ts';
import type { GrantBook } from './grants.ts';
import type { SecretStore } from './secrets.ts';

export interface HostDeps {
  readonly grants: GrantBook;
  readonly secrets: SecretStore;
  readonly endpoint: () => Promise<Endpoint>;
}

export function createHostHandlers(deps: HostDeps): HostHandlers {
  return {
    'grants.redeem': ({ grantId }) => ({ path: deps.grants.redeem(grantId) }),
    'cloud.endpoint': () => deps.endpoint(),
    'secrets.get': async ({ name }) => ({ value: await deps.secrets.get(name) }),
    'secrets.set': ({ name, value }) => deps.secrets.set(name, value),
    'secrets.delete': async ({ name }) => {
      await deps.secrets.delete(name);
      return {};
    },
  };
}

export function serveHost(port: Port, handlers: HostHandlers): () => void {
  return serveRpc(port, { contract: hostContract, handlers });
}
