import { expect, it } from 'vitest';
import type { DataKind, InventoryRow } from '#shared/contract/data.ts';
import { storageParts } from './storage-shares.ts';

const row = (kind: DataKind, bytes: number): InventoryRow => ({
  kind,
  bytes,
  count: 1,
  inCloudCount: 0,
  cloudUntil: null,
});

it('shows the largest first and leaves out what takes nothing', () => {
  expect(storageParts([row('logs', 1), row('videos', 9), row('prompts', 0)])).toEqual([
    { kind: 'videos', bytes: 9 },
    { kind: 'logs', bytes: 1 },
  ]);
});

it('puts the smallest together so that there are six parts and no byte is lost', () => {
  const kinds = ['videos', 'posters', 'assets', 'logs', 'backups', 'browser', 'database'] as const;
  const parts = storageParts(kinds.map((kind, index) => row(kind, 100 - index)));
  expect(parts).toHaveLength(6);
  expect(parts.at(-1)).toEqual({ kind: 'other', bytes: 95 + 94 });
  expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(679);
});
