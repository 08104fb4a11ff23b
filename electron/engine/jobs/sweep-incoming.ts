// Removes part files, and what is known of them, that no unfinished job will go on with. Anything that does not look like one of
// ours stays.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  activeStatuses,
  isActive,
  type GenerationStatus,
} from '#shared/domain/generation-status.ts';
import type { Database } from '../database/database.ts';
import { forgetIncoming } from '../database/output-writes.ts';

const partName = /^([0-9a-z]{8,40})-(\d{1,2}|poster)\.part$/;

export async function sweepIncoming(db: Database, incoming: string): Promise<number> {
  forgetEnded(db);
  const names = await readdir(incoming).catch(() => []); // no folder, nothing to sweep
  let swept = 0;
  for (const name of names) {
    const [, id, what] = partName.exec(name) ?? [];
    if (id === undefined) continue;
    if (what === 'poster' ? isPosterWanted(db, id) : isWanted(db, id)) continue;
    await rm(join(incoming, name), { force: true });
    swept += 1;
  }
  return swept;
}

/** Removes what was fetched so far for a job that nobody wants any more. */
export async function dropIncoming(
  db: Database,
  incoming: string,
  { id, sequence }: { readonly id: string; readonly sequence: number },
): Promise<void> {
  const begun = db.all<{ readonly position: number; readonly outputId: string }>(
    'select position, output_id as outputId from incoming where generation_sequence = ?',
    sequence,
  );
  for (const { position, outputId } of begun) {
    await rm(join(incoming, `${id}-${position}.part`), { force: true });
    await rm(join(incoming, `${outputId}-poster.part`), { force: true });
  }
  forgetIncoming(db, sequence);
}

/** A crash between the end of a job and `dropIncoming` leaves them. */
function forgetEnded(db: Database): void {
  db.run(
    `delete from incoming where generation_sequence not in
     (select sequence from generation where status in ('${activeStatuses.join("', '")}'))`,
  );
}

function isWanted(db: Database, generationId: string): boolean {
  const row = db.get<{ readonly status: GenerationStatus }>(
    'select status from generation where id = ?',
    generationId,
  );
  return row !== undefined && isActive(row.status);
}

/** Its job may be writing it at this moment, or somebody looks at a clip that only the cloud has. */
function isPosterWanted(db: Database, outputId: string): boolean {
  return (
    db.get(
      `select 1 from incoming where output_id = ?
       union all select 1 from cloud_clip where output_id = ? and is_gone = 0`,
      outputId,
      outputId,
    ) !== undefined
  );
}
