// Deletion: rows, ledger links and tombstones in one transaction; then the files; then the receipt. An erasure that was
// cut off in between is finished at the next start. What is already gone counts as erased.
import { setTimeout as wait } from 'node:timers/promises';
import type { Erasure, ErasureRequest, ErasureSubject } from '#shared/gateway/erasure.ts';
import { type GatewayDatabase, truncateLog } from '../database/open-database.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { canonicalJson, sha256Hex } from '../digest.ts';
import { notFound, Refusal } from '../refusal.ts';
import { type ErasureRows, toErasure } from './erasure-rows.ts';
import { addCounts, type Counts, noCounts, type SubjectEraser } from './subject-eraser.ts';

export interface Erasures {
  create(accountId: string, request: ErasureRequest): Promise<Erasure>;
  read(accountId: string, key: string): Erasure;
  /** Finishes what an earlier process accepted. */
  finishAccepted(): Promise<void>;
}

export interface ErasuresDeps {
  readonly database: GatewayDatabase;
  readonly rows: ErasureRows;
  readonly outside: Outside;
  readonly eraser: SubjectEraser;
  /** Removes files that no row refers to. */
  readonly sweepFiles: () => Promise<void>;
  /** For tests: answers `accepted` first and confirms after so long. */
  readonly confirmAfterMs: number | null;
  readonly signal: AbortSignal;
}

export function createErasures(deps: ErasuresDeps): Erasures {
  const { database, rows, outside, eraser } = deps;

  function read(accountId: string, key: string): Erasure {
    const row = rows.byKey(accountId, key);
    if (!row) throw notFound('erasure');
    return toErasure(row);
  }

  /** False when the key is known already. */
  const accept = database.transaction((accountId: string, request: ErasureRequest) => {
    const digest = sha256Hex(canonicalJson(request.subjects));
    const known = rows.byKey(accountId, request.key);
    if (known && known.request_digest !== digest) {
      throw new Refusal('key-conflict', 'This key belongs to another erasure.', { field: 'key' });
    }
    if (known) return false;
    const counts = request.subjects
      .map((subject) => eraseOne(eraser, accountId, subject))
      .reduce(addCounts, noCounts);
    rows.add(accountId, {
      id: outside.ids(),
      key: request.key,
      request_digest: digest,
      counts: JSON.stringify(counts),
      requested_at: isoNow(outside.clock),
    });
    return true;
  });

  function acceptOrForget(accountId: string, request: ErasureRequest): boolean {
    try {
      return accept.immediate(accountId, request);
    } catch (error) {
      eraser.afterRollback();
      throw error;
    }
  }

  async function finish(id: string): Promise<void> {
    await deps.sweepFiles();
    truncateLog(database);
    rows.confirm(id, isoNow(outside.clock));
  }

  function finishLater(id: string, delayMs: number): void {
    wait(delayMs, undefined, { signal: deps.signal })
      .then(() => finish(id))
      .catch((error: unknown) =>
        // Still accepted in the database: the next start confirms it.
        outside.log('erasure not confirmed yet', { id, error: String(error) }),
      );
  }

  return {
    create: async (accountId, request) => {
      const isNew = acceptOrForget(accountId, request);
      const erasure = read(accountId, request.key);
      if (!isNew) return erasure;
      await eraser.afterCommit();
      if (deps.confirmAfterMs !== null) {
        finishLater(erasure.id, deps.confirmAfterMs);
        return erasure;
      }
      await finish(erasure.id);
      return read(accountId, request.key);
    },
    read,
    finishAccepted: async () => {
      for (const { id } of rows.accepted()) await finish(id);
    },
  };
}

function eraseOne(eraser: SubjectEraser, accountId: string, subject: ErasureSubject): Counts {
  switch (subject.type) {
    case 'generation':
      return eraser.generation(accountId, subject.id);
    case 'generation-key':
      return eraser.generationKey(accountId, subject.idempotencyKey);
    case 'asset':
      return eraser.asset(accountId, subject.sha256);
    case 'everything':
      return eraser.everything(accountId);
    default:
      return subject satisfies never;
  }
}
