// Puts a deletion into the outbox, with its tombstones, inside the caller's transaction: either the caller's change and the promise
// to erase in the cloud are both kept, or neither is. Sends nothing itself.
import type { ErasureSubject } from '#shared/gateway/erasure.ts';
import type { Database } from '../database/database.ts';

export interface CloudErasureAsk {
  readonly subjects: readonly ErasureSubject[];
  readonly atMs: number;
  /** Ids of the outbox rows; each is the key that makes its request idempotent. */
  readonly makeId: () => string;
}

/** As many as the contract takes in one request. */
const subjectsAtOnce = 1000;

/** Returns the ids of the outbox rows; none when there is nothing to ask. */
export function queueCloudErasure(db: Database, ask: CloudErasureAsk): readonly string[] {
  const { subjects, atMs, makeId } = ask;
  return db.transaction(() => {
    for (const subject of subjects) bury(db, subject, atMs);
    const ids: string[] = [];
    for (let first = 0; first < subjects.length; first += subjectsAtOnce) {
      const id = makeId();
      db.run(
        `insert into erasure (id, subjects, state, requested_at, next_try_at)
         values (?, ?, 'waiting', ?, ?)`,
        id,
        JSON.stringify(subjects.slice(first, first + subjectsAtOnce)),
        atMs,
        atMs,
      );
      ids.push(id);
    }
    return ids;
  });
}

/**
 * What the cloud may hold of these clips: by its own id where that is known, else by the key under which the job may have reached it.
 * To be asked before the clips' rows go.
 */
export function cloudSubjectsOf(db: Database, sequences: readonly number[]): ErasureSubject[] {
  return sequences.flatMap((sequence): ErasureSubject[] => {
    const row = db.get<{ readonly cloudId: string | null; readonly key: string }>(
      'select cloud_id as cloudId, idempotency_key as key from generation where sequence = ?',
      sequence,
    );
    if (!row) return [];
    return row.cloudId === null
      ? [{ type: 'generation-key', idempotencyKey: row.key }]
      : [{ type: 'generation', id: row.cloudId }];
  });
}

/**
 * A list of the cloud must not bring it back, nor say that it is there. Kept apart from `cloud-job` and `job-key`, which mean that
 * the clip was erased on this device too.
 */
function bury(db: Database, subject: ErasureSubject, atMs: number): void {
  const reference = referenceOf(subject);
  if (reference === null) return;
  db.run(
    `insert into tombstone (kind, reference, at) values ('cloud-copy', ?, ?) on conflict do nothing`,
    reference,
    atMs,
  );
}

function referenceOf(subject: ErasureSubject): string | null {
  switch (subject.type) {
    case 'generation':
      return subject.id;
    case 'generation-key':
      return subject.idempotencyKey;
    case 'asset': // may be used, and sent, again
    case 'everything': // says no id
      return null;
    default:
      return subject satisfies never;
  }
}
