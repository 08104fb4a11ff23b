// Writes a receipt to a file of the user's choice: what went here, and what the cloud has confirmed of it. Plain JSON.
import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { isoTimeOrNull } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { placeFile } from '../../library/place-file.ts';
import { readReceipt } from './erase-book.ts';

interface CloudRow {
  readonly id: string;
  readonly state: string;
  readonly requestedAt: number;
  readonly confirmedAt: number | null;
  readonly receipt: string | null;
}

export async function saveReceipt(db: Database, id: string, path: string): Promise<void> {
  const receipt = readReceipt(db, id);
  if (!receipt) throw new AppError('not-found', 'This receipt is not here any more.');
  const asked = db.all<CloudRow>(
    `select id, state, requested_at as requestedAt, confirmed_at as confirmedAt, receipt from erasure
     where id in (select value from json_each((select cloud_keys from erase_order where id = ?)))
     order by requested_at, id`,
    id,
  );
  const cloudReceipts = asked.map(({ requestedAt, confirmedAt, receipt: text, ...row }) => ({
    ...row,
    requestedAt: isoTimeOrNull(requestedAt),
    confirmedAt: isoTimeOrNull(confirmedAt),
    receipt: text === null ? null : (JSON.parse(text) as unknown),
  }));
  const content = { format: 'kling5-erase-receipt', version: 1, ...receipt, cloudReceipts };
  await writeWhole(path, `${JSON.stringify(content, null, 2)}\n`);
}

/** Aside first, so that a file that was there stays until this one is whole. */
async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(part, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await placeFile(part, path);
  } catch (thrown) {
    await file.close().catch(() => undefined); // closed already, or never to be
    await rm(part, { force: true });
    throw thrown;
  }
}
