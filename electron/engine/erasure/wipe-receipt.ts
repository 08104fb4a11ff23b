// The receipt of a wipe: what went, what is left, what was left alone, and a checksum over it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type DataKind, type WipeReceipt, wipeReceiptSchema } from '#shared/contract/data.ts';
import { receiptName } from './home-names.ts';
import type { InventoryItem } from './wipe-inventory.ts';

export interface ReceiptFacts {
  readonly wipedAt: string;
  readonly removed: readonly InventoryItem[];
  readonly rows: readonly { readonly kind: DataKind; readonly count: number }[];
  readonly secretCount: number;
  readonly remaining: readonly string[];
  readonly leftAlone: readonly string[];
}

export function makeReceipt(facts: ReceiptFacts): WipeReceipt {
  const sums = new Map<string, { count: number; bytes: number }>();
  const add = (kind: DataKind, count: number, bytes: number) => {
    const sum = sums.get(kind) ?? { count: 0, bytes: 0 };
    sums.set(kind, { count: sum.count + count, bytes: sum.bytes + bytes });
  };
  for (const { kind, sizeBytes } of facts.removed) add(kind, 1, sizeBytes);
  for (const { kind, count } of facts.rows) if (count > 0) add(kind, count, 0);
  if (facts.secretCount > 0) add('keychain', facts.secretCount, 0);
  const body = {
    wipedAt: facts.wipedAt,
    removed: [...sums].map(([kind, sum]) => ({ kind, ...sum })),
    remaining: [...facts.remaining],
    leftAlone: [...facts.leftAlone],
  };
  return { ...body, checksum: checksumOf(body) };
}

/** SHA-256 over the JSON of the receipt without its checksum. */
export function checksumOf({
  wipedAt,
  removed,
  remaining,
  leftAlone,
}: Omit<WipeReceipt, 'checksum'>): string {
  return createHash('sha256')
    .update(JSON.stringify({ wipedAt, removed, remaining, leftAlone }))
    .digest('hex');
}

const storedSchema = wipeReceiptSchema.extend({ orderId: z.string() });

/** The receipt on disk with the order it belongs to; `null` when there is none. */
export function receiptOrder(
  home: string,
): { readonly orderId: string; readonly receipt: WipeReceipt } | null {
  try {
    const stored = storedSchema.parse(JSON.parse(readFileSync(join(home, receiptName), 'utf8')));
    return { orderId: stored.orderId, receipt: wipeReceiptSchema.parse(stored) };
  } catch {
    return null; // none yet, or of a kind that cannot be read: the wipe writes its own
  }
}
