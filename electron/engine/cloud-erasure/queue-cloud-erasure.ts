// Puts a deletion into the outbox, with its tombstones, inside the caller's transaction: either the caller's change and the promise
// to erase in the cloud are both kept, or neither is. Sends nothing itself.
import { activeStatuses } from '#shared/domain/generation-status.ts';
import type { ErasureSubject } from '#shared/gateway/erasure.ts';
import type { Database } from '../database/database.ts';

export interface CloudErasureAsk {
  readonly subjects: readonly ErasureSubject[];
  readonly atMs: number;
  /** Ids of the outbox rows; each is the key that makes its request idempotent. */
  readonly makeId: () => string;
  /** `kept-here`: by the wish to keep results on this device only. */
  readonly cause?: 'asked' | 'kept-here';
}

/** As many as the contract takes in one request. */
const subjectsAtOnce = 1000;

/** Returns the ids of the outbox rows; none when there is nothing to ask. */
export function queueCloudErasure(db: Database, ask: CloudErasureAsk): readonly string[] {
  const { subjects, atMs, makeId, cause = 'asked' } = ask;
  return db.transaction(() => {
    for (const subject of subjects) bury(db, subject, atMs);
    const ids: string[] = [];
    for (let first = 0; first < subjects.length; first += subjectsAtOnce) {
      const id = makeId();
      const block = subjects.slice(first, first + subjectsAtOnce);
      db.run(
        `insert into erasure (id, subjects, state, requested_at, next_try_at, cause)
         values (?, ?, 'waiting', ?, ?, ?)`,
        id,
        JSON.stringify(block),
        atMs,
        atMs,
        cause,
      );
      for (const subject of block) link(db, subject, id);
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
    const job: ErasureSubject =
      row.cloudId === null
        ? { type: 'generation-key', idempotencyKey: row.key }
        : { type: 'generation', id: row.cloudId };
    return [job, ...sourceCopiesOf(db, sequence)];
  });
}

const underWay = activeStatuses.map((status) => `'${status}'`).join(', ');

/** Videos that were sent to go on from: its own results, and the one that it went on from. Not what a job under way may need. */
function sourceCopiesOf(db: Database, sequence: number): ErasureSubject[] {
  const copies = db.all<{ readonly sha256: string }>(
    `select sha256 from (
       select o.sha256 from output o where o.generation_sequence = ?
       union select source_sha256 from generation where sequence = ?
     ) c
     where exists (select 1 from generation g where g.source_sha256 = c.sha256)
       and not exists (select 1 from generation g where g.source_sha256 = c.sha256
         and g.sequence <> ? and g.status in (${underWay}))`,
    sequence,
    sequence,
    sequence,
  );
  return copies.map(({ sha256 }) => ({ type: 'asset', sha256 }));
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

/** So that a clip that stays on this device shows how its deletion in the cloud stands. */
function link(db: Database, subject: ErasureSubject, id: string): void {
  const column = { generation: 'cloud_id', 'generation-key': 'idempotency_key' } as const;
  const reference = referenceOf(subject);
  if (reference === null || !(subject.type in column)) return;
  db.run(
    `update generation set cloud_erasure_id = ? where ${column[subject.type as keyof typeof column]} = ?`,
    id,
    reference,
  );
}

function referenceOf(subject: ErasureSubject): string | null {
  switch (subject.type) {
    case 'generation':
      return subject.id;
    case 'generation-key':
      return subject.idempotencyKey;
    case 'feedback': // may be said again
    case 'asset': // may be used, and sent, again
    case 'everything': // says no id
      return null;
    default:
      return subject satisfies never;
  }
}
