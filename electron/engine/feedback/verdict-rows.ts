// Verdicts in the database: the columns of a generation that say what was thought of it and where that is. Sends nothing.
import type { ClipFeedback } from '#shared/contract/feedback.ts';
import type { Verdict, VerdictReason } from '#shared/domain/verdict.ts';
import { isoTimeOrNull } from '../clock.ts';
import type { Database } from '../database/database.ts';

export interface VerdictRow {
  readonly sequence: number;
  readonly cloudId: string | null;
  readonly status: string;
  readonly verdict: Verdict | null;
  readonly reason: VerdictReason | null;
  readonly place: 'here' | 'sending' | 'sent';
  readonly sentAt: number | null;
  /** Its deletion in the cloud has not been confirmed. */
  readonly isLeaving: number;
}

const select = `select g.sequence, g.cloud_id as cloudId, g.status, g.verdict, g.verdict_reason as reason,
  g.verdict_place as place, g.verdict_sent_at as sentAt,
  exists (select 1 from erasure e where e.id = g.verdict_erasure_id and e.state <> 'confirmed') as isLeaving
  from generation g`;

export function readVerdict(db: Database, id: string): VerdictRow | undefined {
  return db.get<VerdictRow>(`${select} where g.id = ?`, id);
}

export function toClipFeedback(row: VerdictRow): ClipFeedback {
  return {
    reason: row.reason,
    place: row.place !== 'here' && row.isLeaving === 1 ? 'leaving' : row.place,
    sentAt: isoTimeOrNull(row.sentAt),
  };
}

export function keepVerdict(
  db: Database,
  sequence: number,
  verdict: Verdict | null,
  reason: VerdictReason | null,
): void {
  db.run(
    'update generation set verdict = ?, verdict_reason = ? where sequence = ?',
    verdict,
    verdict === null ? null : reason,
    sequence,
  );
}

export function placeVerdict(
  db: Database,
  sequence: number,
  place: VerdictRow['place'],
  sentAtMs: number | null,
): void {
  db.run(
    'update generation set verdict_place = ?, verdict_sent_at = ? where sequence = ?',
    place,
    sentAtMs,
    sequence,
  );
}

/** In the transaction that asks for the deletion. */
export function leaveCloud(db: Database, sequence: number, erasureId: string): void {
  db.run('update generation set verdict_erasure_id = ? where sequence = ?', erasureId, sequence);
}

/** The cloud has confirmed the deletion of the verdict, or of the clip with it. In that transaction. */
export function verdictsLeft(db: Database, erasureId: string): void {
  db.run(
    `update generation set verdict_place = 'here', verdict_sent_at = null
     where verdict_place <> 'here' and (verdict_erasure_id = ? or cloud_erasure_id = ?)`,
    erasureId,
    erasureId,
  );
}

/** The account in the cloud was emptied of everything that was there at that time. */
export function allVerdictsLeft(db: Database, atMs: number): void {
  db.run(
    `update generation set verdict_place = 'here', verdict_sent_at = null
     where verdict_place <> 'here' and coalesce(verdict_sent_at, 0) <= ?`,
    atMs,
  );
}
