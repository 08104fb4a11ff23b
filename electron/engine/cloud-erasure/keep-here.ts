// "Keep only on this device": what the cloud holds of clips is erased there, at once or when their download has been verified. The
// clips themselves are not touched. To be called inside the transaction that makes it true.
import { activeStatuses, isActive } from '#shared/domain/generation-status.ts';
import type { ErasureSubject } from '#shared/gateway/erasure.ts';
import type { Database } from '../database/database.ts';
import { requireGeneration } from '../database/generation-reads.ts';
import { cloudSubjectsOf, queueCloudErasure } from './queue-cloud-erasure.ts';

export interface KeepFacts {
  readonly nowMs: number;
  readonly makeId: () => string;
}

export interface KeepEffect {
  /** Clips whose cloud copy is asked to be erased now. */
  readonly asked: number;
  /** Clips that are still on their way. */
  readonly later: number;
}

export function keepHere(db: Database, ids: readonly string[], facts: KeepFacts): KeepEffect {
  return db.transaction(() => {
    const rows = ids.map((id) => requireGeneration(db, id));
    const underWay = rows.filter(({ status }) => isActive(status));
    for (const { sequence } of underWay) {
      db.run('update generation set keep_here = 1 where sequence = ?', sequence);
    }
    // without a whole file here the cloud's is the only one
    const held = rows
      .filter((row) => row.is_in_cloud === 1 && row.status === 'ready' && row.is_missing === 0)
      .filter(({ sequence }) => !isAsked(db, sequence))
      .map(({ sequence }) => sequence);
    askFor(db, held, { ...facts, cause: 'asked' });
    return { asked: held.length, later: underWay.length };
  });
}

/** The download of this clip has just been verified and gets its row in this transaction. True when something was asked for. */
export function keepSavedHere(
  db: Database,
  sequence: number,
  facts: KeepFacts & { readonly isAlways: boolean },
): boolean {
  const wish = db.get<{ readonly keep: number }>(
    'select keep_here as keep from generation where sequence = ?',
    sequence,
  );
  const isWished = facts.isAlways || wish?.keep === 1;
  if (isWished) askFor(db, [sequence], { ...facts, cause: 'kept-here' });
  return isWished;
}

function askFor(
  db: Database,
  sequences: readonly number[],
  { nowMs, makeId, cause }: KeepFacts & { readonly cause: 'asked' | 'kept-here' },
): void {
  const subjects = [...cloudSubjectsOf(db, sequences), ...unusedAssetsOf(db, sequences)];
  queueCloudErasure(db, { subjects, atMs: nowMs, makeId, cause });
}

function isAsked(db: Database, sequence: number): boolean {
  return (
    db.get(
      `select 1 from generation g join erasure e on e.id = g.cloud_erasure_id
       where g.sequence = ? and e.state <> 'confirmed'`,
      sequence,
    ) !== undefined
  );
}

/** Reference images that were sent for these clips and that no job under way, and no other clip kept in the cloud, needs there. */
function unusedAssetsOf(db: Database, sequences: readonly number[]): ErasureSubject[] {
  const hashes = new Set<string>();
  const given = new Set(sequences);
  for (const sequence of sequences) {
    const images = db.all<{ readonly assetSequence: number; readonly sha256: string }>(
      `select a.sequence as assetSequence, a.sha256 from generation_image i
       join asset a on a.sequence = i.asset_sequence where i.generation_sequence = ?`,
      sequence,
    );
    for (const { assetSequence, sha256 } of images) {
      const others = db.all<{ readonly sequence: number }>(
        `select g.sequence from generation_image i join generation g on g.sequence = i.generation_sequence
         where i.asset_sequence = ? and ((g.is_in_cloud = 1 and g.cloud_erasure_id is null) or g.status in (${statusList}))`,
        assetSequence,
      );
      if (others.every((other) => given.has(other.sequence))) hashes.add(sha256);
    }
  }
  return [...hashes].map((sha256) => ({ type: 'asset', sha256 }));
}

const statusList = activeStatuses.map((status) => `'${status}'`).join(', ');

/** An image that a job under way needs must not be erased under its feet. */
export function isAssetInUse(db: Database, sha256: string): boolean {
  return (
    db.get(
      `select 1 from asset a join generation_image i on i.asset_sequence = a.sequence
       join generation g on g.sequence = i.generation_sequence
       where a.sha256 = ? and g.status in (${statusList})`,
      sha256,
    ) !== undefined
  );
}
