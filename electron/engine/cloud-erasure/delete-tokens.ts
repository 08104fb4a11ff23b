// Tokens that can ask a cloud to erase and nothing else, by cloud, in the keychain: they outlive signing out. Never written into the
// database, a log or an archive.
import { z } from 'zod';
import type { HostContract } from '#shared/contract/host.ts';
import type { ErasureToken } from '#shared/gateway/erasure.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import type { Clock } from '../clock.ts';

export interface DeleteTokens {
  /** `null` when there is none, or it has expired. */
  held(cloud: string): Promise<ErasureToken | null>;
  keep(cloud: string, token: ErasureToken): Promise<void>;
  drop(cloud: string): Promise<void>;
}

const entry = 'erasure-tokens';
const keptSchema = z.record(
  z.string(),
  z.object({ token: z.string(), expiresAt: z.iso.datetime().nullable() }),
);
type Kept = z.infer<typeof keptSchema>;
const marginMs = 60_000;

export function createDeleteTokens(host: TypedClient<HostContract>, clock: Clock): DeleteTokens {
  async function read(): Promise<Kept> {
    const { value } = await host.call('secrets.get', { name: entry });
    const parsed = keptSchema.safeParse(value === null ? {} : parseJson(value));
    return parsed.success ? parsed.data : {};
  }
  async function write(kept: Kept): Promise<void> {
    if (Object.keys(kept).length === 0) await host.call('secrets.delete', { name: entry });
    else await host.call('secrets.set', { name: entry, value: JSON.stringify(kept) });
  }
  return {
    held: async (cloud) => {
      const token = (await read())[cloud];
      return token && isFresh(token, clock.now()) ? token : null;
    },
    keep: async (cloud, { token, expiresAt }) => {
      await write({ ...(await read()), [cloud]: { token, expiresAt } });
    },
    drop: async (cloud) => {
      const { [cloud]: _, ...others } = await read();
      await write(others);
    },
  };
}

export function isFresh({ expiresAt }: Pick<ErasureToken, 'expiresAt'>, nowMs: number): boolean {
  return expiresAt === null || Date.parse(expiresAt) - marginMs > nowMs;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // not what was written here: as good as none
  }
}
