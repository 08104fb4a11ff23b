// What a full wipe will remove, what goes later, and what it cannot reach. Pure: amounts in, plan and its fingerprint out.
import { createHash } from 'node:crypto';
import type { DataKind, ErasurePlan, InventoryRow } from '#shared/contract/data.ts';
import { cloudName } from './cloud-name.ts';

/** A folder that was the library before. */
export interface FormerAmount {
  readonly label: string;
  readonly count: number;
  readonly bytes: number;
  /** Why it is not reached; `null` when it is. */
  readonly hindrance: 'away' | 'in-use' | null;
}

export interface WipeFacts {
  readonly inventory: readonly InventoryRow[];
  /** A cloud that is not on this device; `null` when there is none. */
  readonly cloud: { readonly name: string; readonly region: string } | null;
  readonly exportCount: number;
  readonly former: readonly FormerAmount[];
  /** In the folder that was chosen for backups; `null` without one. */
  readonly backups?: { readonly label: string; readonly count: number } | null;
}

/** Amounts that do not change by themselves while somebody reads the plan. */
const steadyKinds: readonly DataKind[] = ['videos', 'assets', 'posters', 'prompts', 'history'];

export function planWipe({
  inventory,
  cloud,
  exportCount,
  former,
  backups = null,
}: WipeFacts): ErasurePlan {
  const goneNow = inventory
    .filter(({ count, bytes }) => count > 0 || bytes > 0)
    .map(({ kind, count, bytes }) => ({ kind, count, bytes }));
  const reached = former.filter(({ hindrance }) => hindrance === null);
  const inCloud = Math.max(0, ...inventory.map(({ inCloudCount }) => inCloudCount));
  return {
    goneNow,
    goneLater: cloud
      ? [
          {
            what: 'Copies in the cloud',
            count: inCloud,
            why: `${cloudName(cloud)} is asked at once. This device goes on asking until the cloud confirms.`,
          },
        ]
      : [],
    notCovered: [
      {
        what: 'Exported archives',
        count: exportCount,
        why: 'They are where you saved them. Delete them there.',
      },
      ...former.flatMap(hindered),
      ...(backups === null
        ? []
        : [
            {
              what: `Backups in ${backups.label}`,
              count: backups.count,
              why: 'They stay there, so that a wipe by mistake is no end. Delete them there.',
            },
          ]),
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
    totalBytes: [...goneNow, ...reached].reduce((sum, { bytes }) => sum + bytes, 0),
    formerLibraries: reached.map(({ label, count, bytes }) => ({ label, count, bytes })),
    planId: fingerprint(goneNow, reached),
  };
}

function hindered({ label, hindrance }: FormerAmount): ErasurePlan['notCovered'] {
  if (hindrance === null) return [];
  const why =
    hindrance === 'away'
      ? 'It is not here. Connect its drive first, or delete it there.'
      : 'Another window or program has it open. Close that first.';
  return [{ what: `Former library ${label}`, count: 0, why }];
}

function fingerprint(rows: ErasurePlan['goneNow'], former: readonly FormerAmount[]): string {
  const steady = rows
    .filter(({ kind }) => steadyKinds.includes(kind))
    .map(({ kind, count, bytes }) => `${kind} ${count} ${bytes}`)
    .concat(former.map(({ label, count, bytes }) => `former ${label} ${count} ${bytes}`))
    .sort();
  return createHash('sha256').update(steady.join('\n')).digest('hex').slice(0, 32);
}
