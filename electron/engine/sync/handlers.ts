// The calls about clips made elsewhere: how the list stands, what only the cloud has, and bringing it here.
import { AppError } from '#shared/errors.ts';
import type { SyncHandlers } from '../engine-context.ts';
import { isoTimeOrNull } from '../clock.ts';
import { listOnlyThere, sumOnlyThere, toCloudClip } from '../database/cloud-clips.ts';
import type { Elsewhere } from './elsewhere.ts';

export function createSyncHandlers(elsewhere: Elsewhere): SyncHandlers {
  const { db, cloud, history } = elsewhere;
  return {
    'sync.state': () => history.state(),
    'sync.run': () => history.run({ isFull: true }),
    'cloud.onlyThere': ({ limit }) => {
      const accountId = elsewhere.accountId();
      if (accountId === null) return { items: [], total: 0, bytes: 0, firstExpiresAt: null };
      const { total, bytes, firstExpiresAtMs } = sumOnlyThere(db, accountId);
      const models = cloud.state().service?.models ?? [];
      return {
        items: listOnlyThere(db, accountId, limit).map((row) =>
          toCloudClip(row, models.find(({ id }) => id === row.model_id)?.name ?? row.model_id),
        ),
        total,
        bytes,
        firstExpiresAt: isoTimeOrNull(firstExpiresAtMs),
      };
    },
    'cloud.download': ({ ids }) => {
      const count = elsewhere.download(ids);
      if (count === 0 && ids !== null) {
        throw new AppError('not-found', 'This clip is not in the cloud any more.');
      }
      return { count };
    },
  };
}
