// The calls about clips made elsewhere: how the list stands, what only the cloud has, and bringing it here.
import { AppError } from '#shared/errors.ts';
import type { SyncHandlers } from '../engine-context.ts';
import { isoTimeOrNull } from '../clock.ts';
import { listOnlyThere, nothingThere, sumOnlyThere, toCloudClip } from '../database/cloud-clips.ts';
import type { Elsewhere } from './elsewhere.ts';

export function createSyncHandlers(elsewhere: Elsewhere): SyncHandlers {
  const { db, clock, cloud, history } = elsewhere;
  return {
    'sync.state': () => history.state(),
    'sync.run': () => history.run({ isFull: true }),
    'cloud.onlyThere': ({ limit }) => {
      const accountId = elsewhere.accountId();
      const place = accountId === null ? null : { accountId, nowMs: clock.now() };
      const { firstExpiresAtMs, ...sums } = place ? sumOnlyThere(db, place) : nothingThere;
      const models = cloud.state().service?.models ?? [];
      return {
        items: (place ? listOnlyThere(db, place, limit) : []).map((row) =>
          toCloudClip(row, models.find(({ id }) => id === row.model_id)?.name ?? row.model_id),
        ),
        ...sums,
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
