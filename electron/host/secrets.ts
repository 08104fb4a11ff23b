// The OS keychain behind one door. Without a keychain secrets live in memory until the app ends; never on disk.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type * as KeytarModule from 'keytar';
import type { mappedSecrets } from '#shared/domain/data-map/names.ts';

/** One name in the keychain for each home folder, so that erasing one leaves the others alone. */
function serviceNameOf(home: string): string {
  return `Kling 5 Studio ${createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12)}`;
}

type Keytar = typeof KeytarModule;

/** What the data map does not describe is not kept. */
export type SecretName = keyof typeof mappedSecrets;

export interface SecretStore {
  get(name: SecretName): Promise<string | null>;
  /** Resolves with whether the secret survives a restart. */
  set(name: SecretName, value: string): Promise<{ isPersistent: boolean }>;
  delete(name: SecretName): Promise<void>;
  /** Whether a secret that is there will be there after a restart. */
  isPersistent(name: SecretName): boolean;
  isAvailable(): Promise<boolean>;
  count(): Promise<number>;
  /** Of all entries, without what they hold. */
  names(): Promise<string[]>;
}

function loadKeytar(): Keytar | null {
  try {
    return createRequire(import.meta.url)('keytar') as Keytar;
  } catch {
    return null; // no native build for this machine: memory only, and the interface says so
  }
}

/** Minutes, since a person may be asked to unlock it. */
const keychainMs = 120_000;

/**
 * One call at a time, none for ever. Each holds one of the few threads that the files of this process are read with as well: some at
 * once on a keychain that does not answer would bring the whole app to a stop.
 */
function inTurn(limitMs: number) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask);
    last = answer.catch(() => null); // the one who asked is told; the next one only waits
    return withLimit(answer, limitMs);
  };
}

async function withLimit<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The keychain does not answer')), limitMs);
    timer.unref();
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

export function createSecretStore(home: string, limitMs = keychainMs): SecretStore {
  const serviceName = serviceNameOf(home);
  const ask = inTurn(limitMs);
  const memory = new Map<string, string>();
  let keytar: Keytar | null | undefined;
  const keychain = () => (keytar ??= loadKeytar());

  async function names(): Promise<string[]> {
    const chain = keychain();
    const kept = chain ? await ask(() => chain.findCredentials(serviceName)).catch(() => []) : [];
    return [...memory.keys(), ...kept.map(({ account }) => account)];
  }

  return {
    get: async (name) => {
      const kept = memory.get(name);
      if (kept !== undefined) return kept;
      const chain = keychain();
      if (!chain) return null;
      return ask(() => chain.getPassword(serviceName, name)).catch(() => null);
    },
    set: async (name, value) => {
      const chain = keychain();
      const isPersistent = chain
        ? await ask(() => chain.setPassword(serviceName, name, value)).then(
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
      const chain = keychain();
      if (chain) await ask(() => chain.deletePassword(serviceName, name)).catch(() => false);
    },
    isPersistent: (name) => !memory.has(name),
    count: async () => (await names()).length,
    names,
    isAvailable: async () => {
      const chain = keychain();
      if (!chain) return false;
      return ask(() => chain.findCredentials(serviceName)).then(
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
