// Removes part files that no unfinished job will go on with. Anything that does not look like one of ours stays.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isActive, type GenerationStatus } from '#shared/domain/generation-status.ts';
import type { Database } from '../database/database.ts';

const partName = /^([0-9a-z]{8,40})-(?:\d{1,2}|poster)\.part$/;

export async function sweepIncoming(db: Database, incoming: string): Promise<number> {
  const names = await readdir(incoming).catch(() => []); // no folder, nothing to sweep
  let swept = 0;
  for (const name of names) {
    const id = partName.exec(name)?.[1];
    if (id === undefined || isWanted(db, id)) continue;
    await rm(join(incoming, name), { force: true });
    swept += 1;
  }
  return swept;
}

function isWanted(db: Database, generationId: string): boolean {
  const row = db.get<{ readonly status: GenerationStatus }>(
    'select status from generation where id = ?',
    generationId,
  );
  return row !== undefined && isActive(row.status);
}
