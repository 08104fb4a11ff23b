// What takes the disk, as at most six parts of one bar: the largest kinds, and the rest together. Pure.
import type { DataKind, InventoryRow } from '#shared/contract/data.ts';

export interface StoragePart {
  readonly kind: DataKind | 'other';
  readonly bytes: number;
}

const mostParts = 6;

export function storageParts(inventory: readonly InventoryRow[]): StoragePart[] {
  const parts = inventory
    .filter(({ bytes }) => bytes > 0)
    .map(({ kind, bytes }) => ({ kind, bytes }))
    .sort((a, b) => b.bytes - a.bytes);
  if (parts.length <= mostParts) return parts;
  const rest = parts.slice(mostParts - 1).reduce((sum, { bytes }) => sum + bytes, 0);
  return [...parts.slice(0, mostParts - 1), { kind: 'other', bytes: rest }];
}
