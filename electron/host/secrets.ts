// The OS keychain behind one door. Without a keychain secrets live in memory until the app ends; never on disk.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type * as KeytarModule from 'keytar';

/** One name in the keychain for each home folder, so that erasing one leaves the others alone. */
function serviceNameOf(home: string): string {
  return `Kling 5 Studio ${createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12)}`;
}

type Keytar = typeof KeytarModule;

export interface SecretStore {
  get(name: string): Promise<string | null>;
  /** Resolves with whether the secret survives a restart. */
  set(name: string, value: string): Promise<{ isPersistent: boolean }>;
  delete(name: string): Promise<void>;
  /** Whether a secret that is there will be there after a restart. */
  isPersistent(name: string): boolean;
  isAvailable(): Promise<boolean>;
  count(): Promise<number>;
}

function loadKeytar(): Keytar | null {
  try {
    return createRequire(import.meta.url)('keytar') as Keytar;
  } catch {
    return null; // no native build for this machine: memory only, and the interface says so
  }
}

export function createSecretStore(home: string): SecretStore {
  const serviceName = serviceNameOf(home);
  const memory = new Map<string, string>();
  let keytar: Keytar | null | undefined;
  const keychain = () => (keytar ??= loadKeytar());

  return {
    get: async (name) => {
      const kept = memory.get(name);
      if (kept !== undefined) return kept;
      return (
        (await keychain()
          ?.getPassword(serviceName, name)
          .catch(() => null)) ?? null
      );
    },
    set: async (name, value) => {
      const chain = keychain();
      const isPersistent = chain
        ? await chain.setPassword(serviceName, name, value).then(
            () => true,
            () => false,
          )
        : false;
      if (isPersistent) memory.delete(name);
      else memory.set(name, value);
      return { isPersistent };
    },
    delete: async (name) => {
      memory.delete(name);
      await keychain()
        ?.deletePassword(serviceName, name)
        .catch(() => false);
    },
    isPersistent: (name) => !memory.has(name),
    count: async () => {
      const kept = await keychain()
        ?.findCredentials(serviceName)
        .catch(() => []);
      return memory.size + (kept?.length ?? 0);
    },
    isAvailable: async () => {
      const chain = keychain();
      if (!chain) return false;
      return chain.findCredentials(serviceName).then(
        () => true,
        () => false,
      );
    },
  };
}

/** Removes every entry of ours; returns how many there were. A machine without a keychain has none. */
export async function deleteAllSecrets(home: string): Promise<number> {
  const keytar = loadKeytar();
  if (!keytar) return 0;
  const serviceName = serviceNameOf(home);
  const entries = await keytar.findCredentials(serviceName).catch(() => []);
  for (const { account } of entries) await keytar.deletePassword(serviceName, account);
  return entries.length;
}
