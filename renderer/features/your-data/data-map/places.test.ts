import { expect, it } from 'vitest';
import type { InventoryRow } from '#shared/contract/data.ts';
import { placesOf } from './places.ts';

const videos: InventoryRow = {
  kind: 'videos',
  count: 3,
  bytes: 9,
  inCloudCount: 0,
  cloudUntil: null,
};
const hosted = { isDemo: false, isOnDevice: false, hasBilling: true };

it('is on this device only while nothing is in the cloud', () => {
  expect([...placesOf(videos, hosted)]).toEqual(['device']);
  expect([...placesOf({ ...videos, count: 0 }, hosted)]).toEqual([]);
});

it('names the maker of the model only where it gets anything', () => {
  const inCloud = { ...videos, inCloudCount: 2 };
  expect([...placesOf(inCloud, hosted)]).toEqual(['device', 'cloud', 'provider']);
  expect([...placesOf(inCloud, { isDemo: true, isOnDevice: true, hasBilling: false })]).toEqual([
    'device',
    'cloud',
  ]);
  const ownKey = { isDemo: false, isOnDevice: true, hasBilling: false };
  expect([...placesOf(inCloud, ownKey)]).toEqual(['device', 'provider']);
});
