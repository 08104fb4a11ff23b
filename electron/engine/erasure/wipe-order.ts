// The order of a full wipe: which libraries, and the files that their database lists. Written and synced while the database is
// still open; read by a process that has no database. An order without its last line was never given.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataKindSchema } from '#shared/contract/data.ts';
import type { ListedFile } from '../library/listed-files.ts';
import { jsonLines, syncFolderOf, writePaper } from './durable-paper.ts';
import { orderName } from './home-names.ts';
import { cloudOutcomeSchema } from './residue.ts';

const headSchema = z.object({
  format: z.literal('kling5-wipe-order'),
  version: z.literal(1),
  id: z.string().min(8).max(80),
  orderedAt: z.iso.datetime(),
  library: z.object({ path: z.string().min(1), libraryId: z.string().min(1) }),
  /** Folders that were the library before; their databases are not read, so files are known by their form. */
  former: z.array(z.object({ path: z.string().min(1), libraryId: z.string().min(1) })).default([]),
  /** Rows of the database by kind; they are gone when the database is. */
  rows: z.array(z.object({ kind: dataKindSchema, count: z.int().min(0) })),
  /** What clouds answered so far to what was left to them. */
  cloud: z.array(cloudOutcomeSchema),
});
export type WipeOrderHead = z.infer<typeof headSchema>;

const fileSchema = z.object({ path: z.string().min(1), kind: dataKindSchema });
const endSchema = z.object({ end: z.int().min(0) });

export interface WipeOrder extends WipeOrderHead {
  readonly files: readonly ListedFile[];
}

export function writeWipeOrder(
  home: string,
  head: Omit<WipeOrderHead, 'format' | 'version'>,
  files: Iterable<ListedFile>,
): void {
  function* lines(): Generator {
    yield { format: 'kling5-wipe-order', version: 1, ...head } satisfies WipeOrderHead;
    let count = 0;
    for (const { path, kind } of files) {
      yield { path, kind };
      count += 1;
    }
    yield { end: count };
  }
  writePaper(join(home, orderName), jsonLines(lines()));
}

export function hasWipeOrder(home: string): boolean {
  return existsSync(join(home, orderName));
}

/** `null` when the order is cut off or not one of ours: then nothing was ordered. */
export function readWipeOrder(home: string): WipeOrder | null {
  try {
    const lines = readFileSync(join(home, orderName), 'utf8').split('\n').filter(Boolean);
    const head = headSchema.parse(JSON.parse(lines[0] ?? ''));
    const { end } = endSchema.parse(JSON.parse(lines.at(-1) ?? ''));
    const files = lines.slice(1, -1).map((line) => fileSchema.parse(JSON.parse(line)));
    return files.length === end ? { ...head, files } : null;
  } catch {
    return null; // whatever is wrong with it, it is no order
  }
}

export function removeWipeOrder(home: string): void {
  const path = join(home, orderName);
  rmSync(path, { force: true });
  syncFolderOf(path);
}
