// Reference images of an archive: one per content, as everywhere in the library.
import type { Database } from '../../database/database.ts';
import { derivedId } from './import-identity.ts';
import { type AssetLine, toColumns } from './import-lines.ts';
import type { MediaBatch } from './import-media.ts';
import { assetNames } from './import-names.ts';
import { isKeepable } from './import-numbers.ts';
import {
  entityOf,
  freeName,
  type ImportRun,
  insertRow,
  isOnDisk,
  isTombstoned,
  writeBatch,
} from './import-run.ts';

const atOnce = 64;

interface LocalAsset {
  readonly id: string;
  readonly file_path: string;
  readonly sha256: string;
}

type Change = (db: Database) => void;

export async function importAssets(run: ImportRun): Promise<void> {
  for (const block of run.staging.blocks('assets', atOnce)) {
    const batch = run.media.begin();
    const changes: Change[] = [];
    try {
      for (const line of block) {
        const change = await planAsset(run, batch, line);
        if (change) changes.push(change);
      }
    } catch (error) {
      await batch.undo();
      throw error;
    }
    if (changes.length === 0) continue;
    await writeBatch(run, batch, () => {
      for (const change of changes) change(run.db);
    });
  }
}

async function planAsset(
  run: ImportRun,
  batch: MediaBatch,
  line: AssetLine,
): Promise<Change | null> {
  const { db, staging, tally } = run;
  const known = db.get<LocalAsset>(
    'select id, file_path, sha256 from asset where sha256 = ?',
    line.sha256,
  );
  if (known) {
    tally.count('assets', 'present');
    return restore(run, batch, line, known);
  }
  if (isTombstoned(db, line.id, line.sha256)) {
    tally.remark('tombstone', line.originalName);
    return null;
  }
  const isTaken = db.get('select 1 from asset where id = ?', line.id) !== undefined;
  const id = isTaken ? derivedId(line.id, line.sha256) : line.id;
  const file = run.media.fileOf(line.file);
  const placed = await batch.add(line.file, assetNames(line, file?.sha256 ?? line.sha256));
  const filePath = placed ?? freeName(staging, assetNames(line, line.sha256), line.sha256);
  staging.take(filePath, file?.sha256 ?? line.sha256);
  if (!placed) tally.remark('missing', line.originalName);
  else if (file?.sha256 !== line.sha256) tally.remark('changed', line.originalName);
  if (isTaken) tally.remark('conflict', line.originalName);
  tally.count('assets', isTaken ? 'conflicts' : 'added');
  return (writing) => {
    const last = writing.get<{ readonly last: number | null }>(
      'select max(sequence) as last from asset',
    )?.last;
    const next = (last ?? 0) + 1;
    insertRow(writing, 'asset', {
      ...toColumns(entityOf('assets'), line),
      id,
      sequence: line.sequence >= next && isKeepable(line.sequence) ? line.sequence : next,
      file_path: filePath,
      is_missing: Number(!placed),
    });
  };
}

async function restore(
  run: ImportRun,
  batch: MediaBatch,
  line: AssetLine,
  known: LocalAsset,
): Promise<Change | null> {
  if (run.media.fileOf(line.file)?.sha256 !== known.sha256) return null;
  if (await isOnDisk(run.library, known.file_path)) return null;
  if (!(await batch.restore(line.file, known.file_path))) return null;
  run.tally.remark('restored', line.originalName);
  return (db) => db.run('update asset set is_missing = 0 where id = ?', known.id);
}
