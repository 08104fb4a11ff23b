// Jobs as clients see them: created once per key, read, listed, cancelled.
import type {
  CloudGeneration,
  CloudOutput,
  GenerationChanges,
  GenerationPage,
  GenerationRequest,
} from '#shared/gateway/generation.ts';
import { parametersSchema } from '#shared/gateway/model.ts';
import type { Credits } from '../account/credits.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { canonicalJson, sha256Hex } from '../digest.ts';
import type { Tombstones } from '../erasures/tombstones.ts';
import type { Offer } from '../offer.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Assets } from '../uploads/assets.ts';
import { checkRequest } from './check-request.ts';
import type { GenerationHistory } from './history.ts';
import type { EndJob } from './ending.ts';
import type { GenerationRow, GenerationRows } from './generation-rows.ts';

export interface Generations {
  create(
    accountId: string,
    idempotencyKey: string | undefined,
    request: GenerationRequest,
  ): { generation: CloudGeneration; isNew: boolean };
  read(accountId: string, id: string): CloudGeneration;
  list(
    accountId: string,
    query: { cursor?: string | undefined; limit: number; idempotencyKey?: string | undefined },
  ): GenerationPage;
  /** What changed since the cursor, oldest change first. */
  changes(accountId: string, cursor: string | undefined, limit: number): GenerationChanges;
  cancel(accountId: string, id: string): CloudGeneration;
}

export interface GenerationsDeps {
  readonly database: GatewayDatabase;
  readonly outside: Outside;
  readonly rows: GenerationRows;
  readonly credits: Credits;
  readonly assets: Assets;
  readonly tombstones: Tombstones;
  readonly endJob: EndJob;
  readonly offer: Offer;
  readonly history: GenerationHistory;
  /** What the back-end keeps about the job that made this content. */
  readonly memoryOfMaker: (accountId: string, sha256: string) => string | null;
  /** The provider has the job and cannot stop it. */
  readonly isCommitted: (generationId: string) => boolean;
  readonly outputsOf: (generationId: string) => CloudOutput[];
  readonly progressOf: (generationId: string) => number | null;
  readonly onCreated: () => void;
  readonly onCancelled: (generationId: string) => void;
}

/** Visible ASCII, so that a key means the same in every log and header. */
const keyPattern = /^[\x21-\x7e]{8,80}$/;

export function createGenerations(deps: GenerationsDeps): Generations {
  const { database, outside, rows, credits, assets, tombstones, history } = deps;

  const view = (row: GenerationRow): CloudGeneration =>
    toCloud(row, {
      outputs: deps.outputsOf(row.id),
      progress: deps.progressOf(row.id),
      expiresAt: history.expiresAt(row),
    });

  function find(accountId: string, id: string): GenerationRow {
    const row = rows.byId(accountId, id);
    if (!row) throw notFound('generation');
    return row;
  }

  const addOrFind = database.transaction(
    (accountId: string, key: string, request: GenerationRequest, digest: string) => {
      if (tombstones.hasKey(accountId, key)) {
        throw new Refusal('key-conflict', 'The job with this key was erased.', {
          field: 'Idempotency-Key',
        });
      }
      const known = rows.byKey(accountId, key);
      if (known && known.request_digest !== digest) {
        throw new Refusal('key-conflict', 'This key belongs to a job with other parameters.', {
          field: 'Idempotency-Key',
        });
      }
      if (known) return { row: known, isNew: false };
      const checked = checkRequest(request, {
        findAsset: (sha256) => assets.find(accountId, sha256),
        memoryOfMaker: (sha256) => deps.memoryOfMaker(accountId, sha256),
        offer: deps.offer,
      });
      const id = outside.ids();
      credits.hold(accountId, id, checked.priceCredits);
      rows.add({
        id,
        account_id: accountId,
        idempotency_key: key,
        request_digest: digest,
        kind: request.kind,
        model_id: request.modelId,
        prompt: request.prompt,
        parameters: JSON.stringify(checked.parameters),
        images: JSON.stringify(request.images),
        source_sha256: request.sourceVideo?.sha256 ?? null,
        allows_training: request.consents.training ? 1 : 0,
        take: request.take,
        backend: deps.offer.backendId,
        held_credits: checked.priceCredits,
        created_at: isoNow(outside.clock),
      });
      return { row: find(accountId, id), isNew: true };
    },
  );

  return {
    create: (accountId, idempotencyKey, request) => {
      if (idempotencyKey === undefined || !keyPattern.test(idempotencyKey)) {
        throw new Refusal('invalid-request', 'A key has 8 to 80 visible characters.', {
          field: 'Idempotency-Key',
        });
      }
      const digest = sha256Hex(canonicalJson(request));
      const { row, isNew } = addOrFind.immediate(accountId, idempotencyKey, request, digest);
      if (isNew) deps.onCreated();
      return { generation: view(find(accountId, row.id)), isNew };
    },
    read: (accountId, id) => {
      history.expireDue(accountId);
      return view(find(accountId, id));
    },
    changes: (accountId, cursor, limit) => {
      history.expireDue(accountId);
      const { rows: changed, ...page } = history.page(accountId, cursor, limit);
      return { items: changed.map(view), ...page };
    },
    list: (accountId, { cursor, limit, idempotencyKey }) => {
      history.expireDue(accountId);
      const before = decodeCursor(cursor);
      const page = pageOf(rows.page(accountId, before, idempotencyKey ?? null, limit + 1), limit);
      return { items: page.items.map(view), nextCursor: page.nextCursor };
    },
    cancel: (accountId, id) => {
      const row = find(accountId, id);
      const isOpen = row.status === 'queued' || row.status === 'running';
      if (isOpen && deps.isCommitted(id)) {
        throw new Refusal('forbidden', 'The provider has this clip already and cannot stop it.');
      }
      if (deps.endJob(row, { status: 'cancelled', failure: null })) deps.onCancelled(id);
      return view(find(accountId, id));
    },
  };
}

interface Found {
  readonly outputs: CloudOutput[];
  readonly progress: number | null;
  readonly expiresAt: string | null;
}

function toCloud(row: GenerationRow, { outputs, progress, expiresAt }: Found): CloudGeneration {
  return {
    id: row.id,
    idempotencyKey: row.idempotency_key,
    kind: row.kind,
    modelId: row.model_id,
    prompt: row.prompt,
    parameters: parametersSchema.parse(JSON.parse(row.parameters)),
    status: row.status,
    progress: row.status === 'succeeded' ? 1 : row.status === 'running' ? progress : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt,
    credits: {
      held: row.held_credits,
      settled: row.settled_credits,
      refunded: row.refunded_credits,
    },
    failure:
      row.failure_code === null
        ? null
        : { code: row.failure_code, message: row.failure_message ?? '' },
    outputs,
  };
}
