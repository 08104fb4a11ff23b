// Rows of clips that only the cloud has. Holds no rule about when they come and go.
import type { CloudClip } from '#shared/contract/sync.ts';
import { atRiskMs } from '#shared/domain/cloud-expiry.ts';
import type { GenerationId, OutputId } from '#shared/domain/ids.ts';
import type { GenerationKind } from '#shared/gateway/model.ts';
import { isoTime, isoTimeOrNull } from '../clock.ts';
import type { Database } from './database.ts';

export interface CloudClipRow {
  readonly id: GenerationId;
  readonly output_id: OutputId;
  readonly account_id: string;
  readonly cloud_id: string;
  readonly idempotency_key: string;
  readonly kind: GenerationKind;
  readonly model_id: string;
  readonly prompt: string;
  readonly parameters: string;
  readonly credits_settled: number;
  readonly size_bytes: number;
  readonly duration_ms: number;
  readonly width: number;
  readonly height: number;
  readonly poster_path: string | null;
  readonly created_at: number;
  readonly expires_at: number | null;
}

/** What the cloud may tell otherwise the next time. */
export type ToldClip = Omit<CloudClipRow, 'poster_path'>;

/**
 * Not while it is fetched or after: then the library has it. What is over by this device's clock is left out, and not forgotten: the
 * clock may be wrong.
 */
const onlyThere = `from cloud_clip c where c.account_id = ? and c.is_gone = 0
  and (c.expires_at is null or c.expires_at > ?)
  and not exists (select 1 from generation g where g.idempotency_key = c.idempotency_key
    and g.status in ('ready', 'queued', 'uploading', 'submitting', 'rendering', 'downloading'))`;
/** Those without an end come last. */
const byExpiry = 'order by c.expires_at is null, c.expires_at, c.created_at, c.id';

export interface OnlyThere {
  readonly accountId: string;
  readonly nowMs: number;
}

export function listOnlyThere(
  db: Database,
  { accountId, nowMs }: OnlyThere,
  limit: number,
): CloudClipRow[] {
  const sql = `select c.* ${onlyThere} ${byExpiry} limit ?`;
  return db.all<CloudClipRow>(sql, accountId, nowMs, limit);
}

export interface OnlyThereSums {
  readonly total: number;
  readonly bytes: number;
  readonly firstExpiresAtMs: number | null;
  readonly atRisk: number;
}

export const nothingThere: OnlyThereSums = {
  total: 0,
  bytes: 0,
  firstExpiresAtMs: null,
  atRisk: 0,
};

export function sumOnlyThere(db: Database, { accountId, nowMs }: OnlyThere): OnlyThereSums {
  const row = db.get<OnlyThereSums>(
    `select count(*) as total, coalesce(sum(c.size_bytes), 0) as bytes,
       min(c.expires_at) as firstExpiresAtMs,
       coalesce(sum(c.expires_at < ?), 0) as atRisk ${onlyThere}`,
    nowMs + atRiskMs,
    accountId,
    nowMs,
  );
  return row ?? nothingThere;
}

export function readCloudClip(
  db: Database,
  by: 'id' | 'output_id' | 'cloud_id',
  value: string,
): CloudClipRow | undefined {
  return db.get<CloudClipRow>(`select * from cloud_clip where ${by} = ? and is_gone = 0`, value);
}

/** False when it is known already, with the same facts. */
export function tellCloudClip(db: Database, clip: ToldClip): boolean {
  const { changes } = db.run(
    `insert into cloud_clip (id, output_id, account_id, cloud_id, idempotency_key, kind, model_id, prompt,
       parameters, credits_settled, size_bytes, duration_ms, width, height, created_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (cloud_id) do update set account_id = excluded.account_id,
       expires_at = excluded.expires_at, size_bytes = excluded.size_bytes
     where is_gone = 0 and (account_id, expires_at, size_bytes)
       is not (excluded.account_id, excluded.expires_at, excluded.size_bytes)`,
    clip.id,
    clip.output_id,
    clip.account_id,
    clip.cloud_id,
    clip.idempotency_key,
    clip.kind,
    clip.model_id,
    clip.prompt,
    clip.parameters,
    clip.credits_settled,
    clip.size_bytes,
    clip.duration_ms,
    clip.width,
    clip.height,
    clip.created_at,
    clip.expires_at,
  );
  return changes > 0;
}

/** The cloud has said that it is gone; false when it was not known. */
export function endCloudClip(db: Database, cloudId: string): boolean {
  return (
    db.run('update cloud_clip set is_gone = 1 where cloud_id = ? and is_gone = 0', cloudId)
      .changes > 0
  );
}

const longOverMs = 30 * 86_400_000;

/** Those whose time has been over for long; the cloud will not tell any more. */
export function endOverdue(db: Database, nowMs: number): boolean {
  return (
    db.run(
      'update cloud_clip set is_gone = 1 where expires_at <= ? and is_gone = 0',
      nowMs - longOverMs,
    ).changes > 0
  );
}

export function setCloudPoster(db: Database, id: string, path: string): void {
  db.run('update cloud_clip set poster_path = ? where id = ?', path, id);
}

export interface GoneClip {
  readonly id: string;
  readonly poster_path: string | null;
}

export function listGone(db: Database): GoneClip[] {
  return db.all<GoneClip>('select id, poster_path from cloud_clip where is_gone = 1');
}

export function removeGone(db: Database, id: string): void {
  db.run('delete from cloud_clip where id = ? and is_gone = 1', id);
}

export function toCloudClip(row: CloudClipRow, modelName: string): CloudClip {
  return {
    id: row.id,
    prompt: row.prompt,
    kind: row.kind,
    modelName,
    createdAt: isoTime(row.created_at),
    expiresAt: isoTimeOrNull(row.expires_at),
    sizeBytes: row.size_bytes,
    durationMs: row.duration_ms,
    width: row.width,
    height: row.height,
    posterId: row.output_id,
  };
}
