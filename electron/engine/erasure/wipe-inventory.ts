// What a wipe found before it deleted anything. Exists on disk from the first step to the last, so that a wipe that was cut
// still knows what it has removed.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataKindSchema } from '#shared/contract/data.ts';
import { jsonLines, writePaper } from './durable-paper.ts';
import { inventoryName } from './home-names.ts';

const itemSchema = z.object({
  /** `home`, `library`, `former-1` and so on. */
  place: z.string().min(1),
  path: z.string(),
  kind: dataKindSchema,
  sizeBytes: z.number(),
});
export type InventoryItem = z.infer<typeof itemSchema>;

export function writeInventory(home: string, items: readonly InventoryItem[]): void {
  writePaper(join(home, inventoryName), jsonLines(items));
}

/** `null` when none was taken yet. */
export function readInventory(home: string): readonly InventoryItem[] | null {
  const path = join(home, inventoryName);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => itemSchema.parse(JSON.parse(line)));
}

export function removeInventory(home: string): void {
  rmSync(join(home, inventoryName), { force: true });
}
