// The paper that says where a library is being moved, kept in the home folder from the first copied byte until the old folder is
// empty. Until it says `switched`, the library is where it was; from then on it is in the new folder, whatever is cut off.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { moveOrderName } from '../erasure/home-names.ts';
import { writeDurably } from '../library/durable-file.ts';

const orderSchema = z.object({
  format: z.literal('kling5-move'),
  version: z.literal(1),
  libraryId: z.string().min(1).max(80),
  from: z.string().refine(isAbsolute),
  to: z.string().refine(isAbsolute),
  /** `copied`: every file is there, and the next start takes over the database and what came since. */
  state: z.enum(['copying', 'copied', 'switched']),
});
export type MoveOrder = z.infer<typeof orderSchema>;

export function readMoveOrder(home: string): MoveOrder | null {
  const file = orderFile(home);
  if (!existsSync(file)) return null;
  try {
    return orderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null; // written durably, so it was changed by others; the library is where the settings say
  }
}

export function writeMoveOrder(home: string, order: Omit<MoveOrder, 'format' | 'version'>): void {
  writeDurably(
    orderFile(home),
    `${JSON.stringify({ format: 'kling5-move', version: 1, ...order })}\n`,
  );
}

export function dropMoveOrder(home: string): void {
  rmSync(orderFile(home), { force: true });
}

/** Whether an order is about the library that the settings name. */
export function isAbout(order: MoveOrder, library: string): boolean {
  return order.from === resolve(library);
}

function orderFile(home: string): string {
  return join(home, moveOrderName);
}

/** Also one that was cut off: part of the library lies in another folder then. */
export function isBeingMoved({
  paths,
}: {
  readonly paths: { readonly home: string; readonly library: string };
}): boolean {
  const order = readMoveOrder(paths.home);
  return order !== null && isAbout(order, paths.library);
}
