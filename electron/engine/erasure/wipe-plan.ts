// What a full wipe will remove, what goes later, and what it cannot reach. Pure: amounts in, plan and its fingerprint out.
import { createHash } from 'node:crypto';
import type { DataKind, ErasurePlan, InventoryRow } from '#shared/contract/data.ts';

export interface WipeFacts {
  readonly inventory: readonly InventoryRow[];
  /** A cloud that is not on this device; `null` when there is none. */
  readonly cloud: { readonly name: string; readonly region: string } | null;
  readonly exportCount: number;
}

/** Amounts that do not change by themselves while somebody reads the plan. */
const steadyKinds: readonly DataKind[] = ['videos', 'assets', 'posters', 'prompts', 'history'];

export function planWipe({ inventory, cloud, exportCount }: WipeFacts): ErasurePlan {
  const goneNow = inventory
    .filter(({ count, bytes }) => count > 0 || bytes > 0)
    .map(({ kind, count, bytes }) => ({ kind, count, bytes }));
  const inCloud = Math.max(0, ...inventory.map(({ inCloudCount }) => inCloudCount));
  return {
    goneNow,
    goneLater: cloud
      ? [
          {
            what: 'Copies in the cloud',
            count: inCloud,
            why: `${cloud.name} (${cloud.region}) is asked at once. This device goes on asking until the cloud confirms.`,
          },
        ]
      : [],
    notCovered: [
      {
        what: 'Exported archives',
        count: exportCount,
        why: 'They are where you saved them. Delete them there.',
      },
      {
        what: 'Backups and synced folders',
        count: 0,
        why: 'Other programs made these copies, and this app does not know of them.',
      },
      {
        what: 'Spare blocks of an SSD',
        count: 0,
        why: 'A drive keeps old blocks for a while. Full-disk encryption protects them.',
      },
    ],
    totalBytes: goneNow.reduce((sum, { bytes }) => sum + bytes, 0),
    planId: fingerprint(goneNow),
  };
}

function fingerprint(rows: ErasurePlan['goneNow']): string {
  const steady = rows
    .filter(({ kind }) => steadyKinds.includes(kind))
    .map(({ kind, count, bytes }) => `${kind} ${count} ${bytes}`)
    .sort();
  return createHash('sha256').update(steady.join('\n')).digest('hex').slice(0, 32);
}
