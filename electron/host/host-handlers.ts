// What the engine may ask of this process: places the user chose, where the cloud is, the keychain.
import { type HostHandlers, hostContract } from '#shared/contract/host.ts';
import { mappedSecrets } from '#shared/domain/data-map/names.ts';
import { AppError } from '#shared/errors.ts';
import type { Port } from '#shared/rpc/messages.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import type { Endpoint } from './embedded-gateway.ts';
import type { GrantBook } from './grants.ts';
import { ownKeyEntry } from './own-key.ts';
import type { SecretName, SecretStore } from './secrets.ts';

export interface HostDeps {
  readonly grants: GrantBook;
  readonly secrets: SecretStore;
  readonly endpoint: () => Promise<Endpoint>;
  /** Keeps the place of the library. */
  readonly libraryMoved: (path: string) => void;
  /** Where there is nobody to do it, the next start is as good. */
  readonly startAgain?: () => void;
}

export function createHostHandlers(deps: HostDeps): HostHandlers {
  return {
    'grants.redeem': ({ grantId, use }) => ({ path: deps.grants.redeem(grantId, use) }),
    'cloud.endpoint': () => deps.endpoint(),
    'library.moved': ({ path }) => {
      deps.libraryMoved(path);
      return {};
    },
    'engine.startAgain': () => {
      deps.startAgain?.();
      return {};
    },
    'secrets.count': async () => ({ count: await deps.secrets.count() }),
    'secrets.names': async () => ({ names: await deps.secrets.names() }),
    'secrets.get': async ({ name }) => ({ value: await deps.secrets.get(ofTheEngine(name)) }),
    'secrets.set': ({ name, value }) => deps.secrets.set(ofTheEngine(name), value),
    'secrets.delete': async ({ name }) => {
      await deps.secrets.delete(ofTheEngine(name));
      return {};
    },
  };
}

/** The user's own key goes to the gateway alone. What the data map does not describe is no secret of the app's. */
function ofTheEngine(name: string): SecretName {
  if (name !== ownKeyEntry && isMapped(name)) return name;
  throw new AppError('permission-denied', 'This secret is not for the engine');
}

const isMapped = (name: string): name is SecretName => Object.hasOwn(mappedSecrets, name);

export function serveHost(port: Port, handlers: HostHandlers): () => void {
  return serveRpc(port, { contract: hostContract, handlers });
}
