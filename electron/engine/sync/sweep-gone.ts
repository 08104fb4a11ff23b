// Takes away what is left of clips that the cloud has not any more, or that were erased: the picture first, then the row.
import { rm } from 'node:fs/promises';
import { listGone, removeGone } from '../database/cloud-clips.ts';
import type { Database } from '../database/database.ts';
import { libraryFile } from '../library/library-file.ts';

export async function sweepGone(db: Database, library: string): Promise<number> {
  const gone = listGone(db);
  for (const { id, poster_path: poster } of gone) {
    const isNeeded =
      poster !== null && db.get('select 1 from output where poster_path = ?', poster) !== undefined;
    if (poster !== null && !isNeeded) await rm(libraryFile(library, poster), { force: true });
    removeGone(db, id);
  }
  return gone.length;
}
