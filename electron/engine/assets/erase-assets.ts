// Erases reference images that nothing needs: no clip was made with them and the draft does not hold them. The files are put among the
// unfinished ones first, which every start sweeps, then the rows go, then the files. Leaves everything that a clip was made with.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { draftSchema } from '#shared/contract/draft.ts';
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { queueCloudErasure } from '../cloud-erasure/queue-cloud-erasure.ts';
import type { Database } from '../database/database.ts';
import { type KeptAssetRow, requireKeptAsset } from '../database/kept-assets.ts';
import { readSetting } from '../database/settings.ts';
import type { Ids } from '../ids.ts';
import { libraryFile } from '../library/library-file.ts';
import { makeIncoming } from '../library/place-file.ts';

export interface EraseAssetsDeps {
  readonly db: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
  readonly paths: { readonly library: string; readonly incoming: string };
}

export interface ErasedAssets {
  readonly count: number;
  readonly bytes: number;
}

/** All of them or none. Throws `conflict` with the number of clips that were made with one of them. */
export async function eraseAssets(
  deps: EraseAssetsDeps,
  wanted: readonly string[],
): Promise<ErasedAssets> {
  const { db, paths } = deps;
  const unused = () => {
    const rows = [...new Set(wanted)].map((id) => requireKeptAsset(db, id));
    for (const row of rows) refuseUsed(db, row);
    return rows;
  };
  const rows = unused();
  const aside: { readonly from: string; readonly to: string }[] = [];
  try {
    await makeIncoming(paths.incoming);
    for (const { file_path: path } of rows) {
      const move = {
        from: libraryFile(paths.library, path),
        to: join(paths.incoming, `${deps.ids.make()}-0.part`),
      };
      if (await moveThere(move)) aside.push(move);
    }
    db.transaction(() => eraseRows(deps, unused()));
  } catch (thrown) {
    for (const { from, to } of aside) await rename(to, from);
    throw thrown;
  }
  db.checkpoint();
  for (const { to } of aside) await rm(to, { force: true });
  return { count: rows.length, bytes: rows.reduce((sum, row) => sum + row.size_bytes, 0) };
}

/** False when the file is gone already. */
async function moveThere({ from, to }: { from: string; to: string }): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw thrown;
  }
}

function eraseRows({ db, clock, ids }: EraseAssetsDeps, rows: readonly KeptAssetRow[]): void {
  const atMs = clock.now();
  for (const { sequence, sha256 } of rows) {
    db.run(
      `insert or ignore into tombstone (kind, reference, at) values ('asset', ?, ?)`,
      sha256,
      atMs,
    );
    db.run('update asset set replaced_by = null where replaced_by = ?', sha256);
    db.run('delete from asset where sequence = ?', sequence);
  }
  // only a clip that is gone can have brought it to the cloud
  if (!db.get(`select 1 from tombstone where kind = 'job-key' limit 1`)) return;
  const subjects = rows.map(({ sha256 }) => ({ type: 'asset', sha256 }) as const);
  queueCloudErasure(db, { subjects, atMs, makeId: () => ids.make() });
}

function refuseUsed(db: Database, row: KeptAssetRow): void {
  if (row.used_by > 0) {
    throw new AppError('conflict', 'A clip was made with this image.', {
      details: { usedBy: row.used_by },
    });
  }
  const draft = readSetting(db, 'draft', draftSchema);
  if (draft?.images.some(({ assetId }) => assetId === row.id) === true) {
    throw new AppError('conflict', 'The draft in Create holds this image.', {
      details: { inDraft: true },
    });
  }
}
