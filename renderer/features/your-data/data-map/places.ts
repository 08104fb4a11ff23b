// Where a kind of data is at this moment: this device, the account service, the maker of the model, the payment service. Pure.
import type { InventoryRow } from '#shared/contract/data.ts';
import { dataMap, type DataPlace } from '#shared/domain/data-map.ts';

export interface CloudFacts {
  /** Clips are made on this device: nothing lies anywhere else. */
  readonly isDemo: boolean;
  /** The service runs on this device, also when it hands the work to a provider. */
  readonly isOnDevice: boolean;
  readonly hasBilling: boolean;
  /** As the service calls itself, and where it is. */
  readonly name?: string;
  readonly region?: string;
  readonly retentionDays?: number | null;
  /** How long the maker of the model keeps its own copy, where it says so. */
  readonly providerDays?: number | null;
}

export function placesOf(row: InventoryRow, cloud: CloudFacts | null): ReadonlySet<DataPlace> {
  const places = new Set<DataPlace>();
  if (row.count > 0) places.add('device');
  if (row.inCloudCount === 0) return places;
  if (cloud === null || cloud.isDemo || !cloud.isOnDevice) places.add('cloud');
  const recipients: readonly DataPlace[] = dataMap[row.kind].recipients;
  if (cloud && !cloud.isDemo && recipients.includes('provider')) places.add('provider');
  if (cloud?.hasBilling && recipients.includes('stripe')) places.add('stripe');
  return places;
}
