// Deletions in the cloud as the interface sees them: rows of the outbox, with what a wipe left to be confirmed. Reads only.
import type { ClipErasure, CloudErasure, ErasuresWaiting } from '#shared/contract/erasures.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import {
  type ErasureReceipt,
  erasureReceiptSchema,
  type ErasureSubject,
} from '#shared/gateway/erasure.ts';
import { isoTime, isoTimeOrNull } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { readSubjects } from './outbox-store.ts';
import { embeddedCloud } from './pending-erasure.ts';
import type { SignatureCheck } from './receipt-signature.ts';

export interface ErasureRow {
  readonly id: string;
  readonly subjects: string;
  readonly state: CloudErasure['state'];
  readonly requested_at: number;
  readonly attempts: number;
  readonly next_try_at: number | null;
  readonly last_error: string | null;
  readonly confirmed_at: number | null;
  readonly receipt: string | null;
  readonly cause: CloudErasure['cause'];
  readonly cloud: string | null;
  readonly signature_check: SignatureCheck | null;
  readonly signature_key: string | null;
  readonly backups_until: number | null;
  readonly backups_purged_at: number | null;
}

export function listErasures(db: Database, limit: number, offset: number): CloudErasure[] {
  return db
    .all<ErasureRow>(
      `select * from erasure order by state = 'confirmed', requested_at desc, id limit ? offset ?`,
      limit,
      offset,
    )
    .map((row) => toCloudErasure(db, row));
}

export function countErasures(db: Database): number {
  return db.get<{ readonly n: number }>('select count(*) as n from erasure')?.n ?? 0;
}

export function readErasure(db: Database, id: string): ErasureRow | undefined {
  return db.get<ErasureRow>('select * from erasure where id = ?', id);
}

export function readClipErasure(db: Database, sequence: number): ClipErasure | null {
  const row = db.get<ErasureRow>(
    'select e.* from generation g join erasure e on e.id = g.cloud_erasure_id where g.sequence = ?',
    sequence,
  );
  return row ? toClipErasure(row) : null;
}

function toClipErasure(row: ErasureRow): ClipErasure {
  return {
    id: row.id,
    state: row.state,
    requestedAt: isoTime(row.requested_at),
    nextTryAt: row.state === 'confirmed' ? null : isoTimeOrNull(row.next_try_at),
    problem: row.last_error,
    confirmedAt: isoTimeOrNull(row.confirmed_at),
    backupsUntil: row.backups_purged_at === null ? isoTimeOrNull(row.backups_until) : null,
  };
}

function toCloudErasure(db: Database, row: ErasureRow): CloudErasure {
  const receipt = readReceipt(row.receipt);
  return {
    ...toClipErasure(row),
    isOfWipe: false,
    cause: row.cause,
    attempts: row.attempts,
    subjects: countSubjects(readSubjects(row.subjects)),
    clip: onlyClip(db, row.id),
    host: hostOf(row.cloud),
    backupsPurgedAt: isoTimeOrNull(row.backups_purged_at),
    receipt: receipt && toReceiptView(receipt, row.signature_check),
  };
}

export function toReceiptView(
  receipt: ErasureReceipt,
  check: SignatureCheck | null,
): NonNullable<CloudErasure['receipt']> {
  const { id, erasedAt, where = null, counts, retained } = receipt;
  return { id, erasedAt, where, counts, retained, signature: check ?? 'unsigned' };
}

/** An imported one may be of a kind that cannot be read. */
function readReceipt(text: string | null): ErasureReceipt | null {
  if (text === null) return null;
  const parsed = erasureReceiptSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

export function countSubjects(subjects: readonly ErasureSubject[]): CloudErasure['subjects'] {
  const assets = subjects.filter(({ type }) => type === 'asset').length;
  const ratings = subjects.filter(({ type }) => type === 'feedback').length;
  const isEverything = subjects.some(({ type }) => type === 'everything');
  const clips = subjects.length - assets - ratings - (isEverything ? 1 : 0);
  return { clips, assets, ratings, isEverything };
}

function onlyClip(db: Database, id: string): CloudErasure['clip'] {
  const rows = db.all<{
    readonly id: GenerationId;
    readonly title: string;
    readonly prompt: string;
  }>(
    'select id, title, prompt from generation where cloud_erasure_id = ? or verdict_erasure_id = ? limit 2',
    id,
    id,
  );
  const [row] = rows;
  return row && rows.length === 1
    ? { id: row.id, title: row.title === '' ? row.prompt.slice(0, 120) : row.title }
    : null;
}

export function hostOf(cloud: string | null): string | null {
  if (cloud === null || cloud === embeddedCloud) return null;
  return URL.canParse(cloud) ? new URL(cloud).host : cloud;
}

interface WaitingRow {
  readonly subjects: string;
  readonly requested_at: number;
  readonly next_try_at: number | null;
  readonly last_error: string | null;
}

/** `others` are those that a wipe left. */
export function sumWaiting(db: Database, others: readonly CloudErasure[]): ErasuresWaiting {
  const rows = db.all<WaitingRow>(
    `select subjects, requested_at, next_try_at, last_error from erasure where state <> 'confirmed'
     order by requested_at, id`,
  );
  const own = rows.map((row) => ({
    subjects: countSubjects(readSubjects(row.subjects)),
    requestedAt: isoTime(row.requested_at),
    nextTryAt: isoTimeOrNull(row.next_try_at),
    problem: row.last_error,
  }));
  const all = [...own, ...others.filter(({ state }) => state !== 'confirmed')];
  const earliest = (times: readonly (string | null)[]) =>
    times.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
  return {
    count: all.length,
    clips: all.reduce((sum, { subjects }) => sum + subjects.clips, 0),
    isEverything: all.some(({ subjects }) => subjects.isEverything),
    oldestAt: earliest(all.map(({ requestedAt }) => requestedAt)),
    nextTryAt: earliest(all.map(({ nextTryAt }) => nextTryAt)),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}
