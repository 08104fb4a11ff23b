// One-time permissions for places that the user chose in a dialog or dropped. Paths stay on this side.
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import { type GrantId, grantIdSchema } from '#shared/domain/ids.ts';

export interface GrantBook {
  issue(path: string): GrantId;
  /** The path, once. Anything unknown or used is refused. */
  redeem(id: GrantId): string;
  /** Where a redeemed grant led, for "Show in folder". */
  lookUp(id: GrantId): string;
}

const mostOpen = 1000;

export function createGrantBook(): GrantBook {
  const open = new Map<GrantId, string>();
  const used = new Map<GrantId, string>();

  const keepSmall = (map: Map<GrantId, string>) => {
    const [oldest] = map.keys();
    if (map.size > mostOpen && oldest) map.delete(oldest);
  };

  return {
    issue: (path) => {
      const id = grantIdSchema.parse(randomBytes(16).toString('hex'));
      open.set(id, path);
      keepSmall(open);
      return id;
    },
    redeem: (id) => {
      const path = open.get(id);
      if (path === undefined) {
        throw new AppError(
          'grant-unknown',
          'This permission was used already. Choose the place again.',
        );
      }
      open.delete(id);
      used.set(id, path);
      keepSmall(used);
      return path;
    },
    lookUp: (id) => {
      const path = used.get(id);
      if (path === undefined) throw new AppError('grant-unknown', 'Nothing was written there yet.');
      return path;
    },
  };
}
