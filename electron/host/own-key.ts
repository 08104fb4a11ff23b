// The user's own key for the Kling platform: one entry of the keychain. Hands the key to the gateway and to nobody else.
import { type KlingAccess, klingAccessSchema } from '#shared/contract/gateway-process.ts';
import type { OwnKey } from '#shared/contract/shell.ts';
import type { SecretName, SecretStore } from './secrets.ts';

export interface OwnKeyStore {
  /** For the gateway's process. `undefined`: there is none, the demo makes the clips. */
  access(): Promise<KlingAccess | undefined>;
  /** For people: never the key. */
  describe(): Promise<OwnKey>;
  set(access: KlingAccess): Promise<void>;
  remove(): Promise<void>;
}

export const ownKeyEntry = 'kling-access' satisfies SecretName;

/** `baseUrl`: another address than the platform's own, for tests. */
export function createOwnKeyStore(secrets: SecretStore, baseUrl?: string): OwnKeyStore {
  async function access(): Promise<KlingAccess | undefined> {
    const text = await secrets.get(ownKeyEntry);
    if (text === null) return undefined;
    try {
      const known = klingAccessSchema.parse(JSON.parse(text));
      return baseUrl === undefined ? known : { ...known, baseUrl };
    } catch {
      return undefined; // written by another version or by hand: as good as none, and entered again
    }
  }

  return {
    access,
    describe: async () => {
      const known = await access();
      return {
        key: known
          ? {
              scheme: known.secret === undefined ? 'api-key' : 'access-key',
              region: known.region ?? 'global',
            }
          : null,
        isPersistent: known ? secrets.isPersistent(ownKeyEntry) : await secrets.isAvailable(),
      };
    },
    set: async (next) => {
      await secrets.set(ownKeyEntry, JSON.stringify(klingAccessSchema.parse(next)));
    },
    remove: () => secrets.delete(ownKeyEntry),
  };
}
