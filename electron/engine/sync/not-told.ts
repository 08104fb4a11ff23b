// How many clips that are known to be in the cloud its complete list did not have. A number for people; nothing is concluded from it.
import type { ServiceDescription } from '#shared/gateway/service.ts';
import type { Database } from '../database/database.ts';

export interface NotToldFacts {
  readonly accountId: string;
  /** Ids of the cloud. */
  readonly told: ReadonlySet<string>;
  readonly service: ServiceDescription | null;
}

export function countNotTold(db: Database, { accountId, told, service }: NotToldFacts): number {
  let count = 0;
  const rows = db.iterate<{ readonly cloudId: string }>(
    `select cloud_id as cloudId from cloud_clip where account_id = ? and is_gone = 0
     union select cloud_id from generation
       where cloud_id is not null and is_in_cloud = 1 and status = 'ready' and provider = ? and region = ?`,
    accountId,
    service?.provider.name ?? '',
    service?.region.name ?? '',
  );
  for (const { cloudId } of rows) if (!told.has(cloudId)) count += 1;
  return count;
}
