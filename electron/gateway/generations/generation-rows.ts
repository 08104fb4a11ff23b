// Jobs in the database: reading, adding, and the few status changes there are. Decides nothing.
import type { CloudStatus } from '#shared/gateway/generation.ts';
import type { GenerationKind } from '#shared/gateway/model.ts';
import type { GatewayDatabase } from '../database/open-database.ts';

export interface GenerationRow {
  readonly seq: number;
  readonly id: string;
  readonly account_id: string;
  readonly idempotency_key: string;
  readonly request_digest: string;
  readonly kind: GenerationKind;
  readonly model_id: string;
  readonly prompt: string;
  /** JSON of the complete parameters. */
  readonly parameters: string;
  /** JSON of `{ role, sha256 }[]`. */
  readonly images: string;
  /** The video that it goes on from. */
  readonly source_sha256: string | null;
  readonly allows_training: number;
  readonly take: number;
  readonly status: CloudStatus;
  /** Which back-end it was made for: no other takes it on. */
  readonly backend: string;
  readonly held_credits: number;
  readonly settled_credits: number;
  readonly refunded_credits: number;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

type NewRow = Omit<
  GenerationRow,
  | 'seq'
  | 'status'
  | 'settled_credits'
  | 'refunded_credits'
  | 'failure_code'
  | 'failure_message'
  | 'updated_at'
>;

export interface Ending {
  readonly status: 'succeeded' | 'failed' | 'refused' | 'cancelled' | 'expired';
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly at: string;
}

export type GenerationRows = ReturnType<typeof createGenerationRows>;

export function createGenerationRows(database: GatewayDatabase) {
  const byId = database.prepare<[string, string], GenerationRow>(
    'select * from generation where account_id = ? and id = ?',
  );
  const byKey = database.prepare<[string, string], GenerationRow>(
    'select * from generation where account_id = ? and idempotency_key = ?',
  );
  const page = database.prepare<
    [{ accountId: string; before: number; key: string | null; limit: number }],
    GenerationRow
  >(
    `select * from generation
     where account_id = @accountId and seq < @before
       and (@key is null or idempotency_key = @key)
     order by seq desc limit @limit`,
  );
  const queued = database.prepare<[string], GenerationRow>(
    `select * from generation where status = 'queued' and backend = ? order by seq`,
  );
  const elsewhere = database.prepare<[string], GenerationRow>(
    `select * from generation where status = 'queued' and backend <> ? order by seq`,
  );
  const insert = database.prepare<[NewRow & { updated_at: string }]>(
    `insert into generation(id, account_id, idempotency_key, request_digest, kind, model_id, prompt,
       parameters, images, allows_training, take, status, held_credits, settled_credits,
       refunded_credits, created_at, updated_at, backend, source_sha256)
     values (@id, @account_id, @idempotency_key, @request_digest, @kind, @model_id, @prompt,
       @parameters, @images, @allows_training, @take, 'queued', @held_credits, 0, 0,
       @created_at, @updated_at, @backend, @source_sha256)`,
  );
  const start = database.prepare<[string, string]>(
    `update generation set status = 'running', updated_at = ? where id = ? and status = 'queued'`,
  );
  const requeue = database.prepare<[]>(
    `update generation set status = 'queued' where status = 'running'`,
  );
  const postpone = database.prepare<[string, string]>(
    `update generation set status = 'queued', updated_at = ? where id = ? and status = 'running'`,
  );
  const end = database.prepare<
    [{ id: string; status: string; code: string | null; message: string | null; at: string }]
  >(
    `update generation set status = @status, updated_at = @at,
       failure_code = @code, failure_message = @message,
       settled_credits = iif(@status = 'succeeded', held_credits, 0),
       refunded_credits = iif(@status = 'succeeded', 0, held_credits),
       held_credits = 0
     where id = @id and status in ('queued', 'running')`,
  );
  const maker = database.prepare<[string, string], { id: string }>(
    `select g.id from output o join generation g on g.id = o.generation_id
     where g.account_id = ? and o.sha256 = ? order by g.seq desc limit 1`,
  );
  const remove = database.prepare<[string]>('delete from generation where id = ?');
  const ids = database.prepare<[string], GenerationRow>(
    'select * from generation where account_id = ?',
  );

  return {
    byId: (accountId: string, id: string) => byId.get(accountId, id),
    byKey: (accountId: string, key: string) => byKey.get(accountId, key),
    page: (accountId: string, before: number, key: string | null, limit: number) =>
      page.all({ accountId, before, key, limit }),
    all: (accountId: string) => ids.all(accountId),
    /** Of one back-end. */
    queued: (backend: string) => queued.all(backend),
    /** Waiting jobs of other back-ends. */
    unfinishedElsewhere: (backend: string) => elsewhere.all(backend),
    add: (row: NewRow) => void insert.run({ ...row, updated_at: row.created_at }),
    /** False when the job is no longer queued. */
    start: (id: string, at: string) => start.run(at, id).changes === 1,
    /** Jobs that were running when the process ended wait again. */
    requeueRunning: () => requeue.run().changes,
    /** A job that could not be taken on after all waits again. */
    postpone: (id: string, at: string) => postpone.run(at, id).changes === 1,
    /** False when the job had ended before: nothing is settled or given back twice. */
    end: (id: string, { status, failure, at }: Ending) =>
      end.run({
        id,
        status,
        at,
        code: failure?.code ?? null,
        message: failure?.message ?? null,
      }).changes === 1,
    /** The job that made this content; `null` when none did. */
    makerOf: (accountId: string, sha256: string) => maker.get(accountId, sha256)?.id ?? null,
    remove: (id: string) => void remove.run(id),
  };
}
