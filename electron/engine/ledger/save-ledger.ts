// Writes what a filter finds in the network ledger to a file of the user's choice: aside first, so that a file that was there stays
// until the new one is whole.
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { LedgerFilter } from '#shared/contract/data.ts';
import type { Database } from '../database/database.ts';
import { listLedger } from '../database/ledger-reads.ts';
import { placeFile } from '../library/place-file.ts';
import { ledgerFormats } from './ledger-text.ts';

const rowsAtOnce = 1000;

export interface LedgerFile {
  /** Absolute. */
  readonly path: string;
  readonly format: keyof typeof ledgerFormats;
  readonly filter: LedgerFilter;
}

/** Resolves with how many requests were written. */
export async function saveLedger(
  db: Database,
  { path, format, filter }: LedgerFile,
): Promise<number> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`; // nobody else's
  const file = await open(part, 'wx');
  try {
    const count = await writeRows(file, db, { format, filter });
    await file.sync();
    await file.close();
    await placeFile(part, path);
    return count;
  } catch (thrown) {
    await file.close().catch(() => undefined); // closed already, or never to be
    await rm(part, { force: true });
    throw thrown;
  }
}

async function writeRows(
  file: FileHandle,
  db: Database,
  { format, filter }: Omit<LedgerFile, 'path'>,
): Promise<number> {
  const { head, line, foot } = ledgerFormats[format];
  let count = 0;
  let beforeId: number | null = null;
  await file.write(head);
  for (;;) {
    const rows = listLedger(db, filter, beforeId, rowsAtOnce);
    const isFirst = count === 0;
    if (rows.length > 0) {
      await file.write(rows.map((row, index) => line(row, isFirst && index === 0)).join(''));
    }
    count += rows.length;
    beforeId = rows.at(-1)?.id ?? null;
    if (rows.length < rowsAtOnce) break;
  }
  await file.write(foot);
  return count;
}
