// One-time permissions for places that the user chose in a dialog or dropped. Paths stay on this side.
import { randomBytes } from 'node:crypto';
import type { GrantUse } from '#shared/contract/host.ts';
import { mostOwnFiles } from '#shared/contract/own-files.ts';
import { AppError } from '#shared/errors.ts';
import { type GrantId, grantIdSchema } from '#shared/domain/ids.ts';

export interface GrantBook {
  issue(path: string, use: GrantUse): GrantId;
  /** The path, once, and for that use alone. Anything unknown, used or chosen for something else is refused. */
  redeem(id: GrantId, use: GrantUse): string;
  /** Where a redeemed grant led, for "Show in folder". */
  lookUp(id: GrantId): string;
}

/** As many files as can be chosen or dropped at once, and some that wait beside them. */
const mostOpen = mostOwnFiles + 1000;

interface Place {
  readonly path: string;
  readonly use: GrantUse;
}

export function createGrantBook(): GrantBook {
  const open = new Map<GrantId, Place>();
  const used = new Map<GrantId, string>();

  const keepSmall = (map: Map<GrantId, unknown>) => {
    const [oldest] = map.keys();
    if (map.size > mostOpen && oldest) map.delete(oldest);
  };

  return {
    issue: (path, use) => {
      const id = grantIdSchema.parse(randomBytes(16).toString('hex'));
      open.set(id, { path, use });
      keepSmall(open);
      return id;
    },
    redeem: (id, use) => {
      const place = open.get(id);
      if (place?.use !== use) {
        throw new AppError(
          'grant-unknown',
          'This permission was used already. Choose the place again.',
        );
      }
      open.delete(id);
      used.set(id, place.path);
      keepSmall(used);
      return place.path;
    },
    lookUp: (id) => {
      const path = used.get(id);
      if (path === undefined) throw new AppError('grant-unknown', 'Nothing was written there yet.');
      return path;
    },
  };
}
