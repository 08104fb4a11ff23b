// Where a kind of data is at this moment: this device, the account service, the maker of the model, the payment service. Pure.
import type { InventoryRow } from '#shared/contract/data.ts';
import { dataMap, type DataPlace } from '#shared/domain/data-map.ts';

export interface CloudFacts {
  /** The service runs on this device: then nothing lies anywhere else. */
  readonly isEmbedded: boolean;
  readonly hasBilling: boolean;
  /** As the service calls itself, and where it is. */
  readonly name?: string;
  readonly region?: string;
  readonly retentionDays?: number | null;
}

export function placesOf(row: InventoryRow, cloud: CloudFacts | null): ReadonlySet<DataPlace> {
  const places = new Set<DataPlace>();
  if (row.count > 0) places.add('device');
  if (row.inCloudCount === 0) return places;
  places.add('cloud');
  const recipients: readonly DataPlace[] = dataMap[row.kind].recipients;
  if (cloud && !cloud.isEmbedded && recipients.includes('provider')) places.add('provider');
  if (cloud?.hasBilling && recipients.includes('stripe')) places.add('stripe');
  return places;
}
