// Deletion: rows, ledger links and tombstones in one transaction; then the files; then the receipt; backups when their time comes. An
// erasure that was cut off in between is finished at the next start. What is already gone counts as erased.
import { setTimeout as wait } from 'node:timers/promises';
import type {
  Erasure,
  ErasureReceipt,
  ErasureRequest,
  ErasureSubject,
} from '#shared/gateway/erasure.ts';
import { type GatewayDatabase, truncateLog } from '../database/open-database.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { canonicalJson, sha256Hex } from '../digest.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { BackedUp, Backups } from './backups.ts';
import { type ErasureRows, toErasure } from './erasure-rows.ts';
import type { ReceiptSigner } from './receipt-signer.ts';
import { addCounts, type Counts, noCounts, type SubjectEraser } from './subject-eraser.ts';

export interface Erasures {
  create(accountId: string, request: ErasureRequest): Promise<Erasure>;
  read(accountId: string, key: string): Promise<Erasure>;
  /** Finishes what an earlier process accepted. */
  finishAccepted(): Promise<void>;
}

export interface ErasuresDeps {
  readonly database: GatewayDatabase;
  readonly rows: ErasureRows;
  readonly outside: Outside;
  readonly eraser: SubjectEraser;
  readonly signer: ReceiptSigner;
  readonly backups: Backups;
  /** Who erases, in which region. */
  readonly place: () => string;
  /** Copies that others hold and that cannot be erased from here. */
  readonly heldElsewhere: (gone: readonly BackedUp[]) => ErasureReceipt['retained'];
  /** Documents that hold what is erased. */
  readonly forgetDataExports: (accountId: string) => void;
  /** Everything was erased: what is noted about requests goes too. */
  readonly forgetRequests: () => void;
  /** Removes files that no row refers to. */
  readonly sweepFiles: () => Promise<void>;
  /** For tests: answers `accepted` first and confirms after so long. */
  readonly confirmAfterMs: number | null;
  readonly signal: AbortSignal;
}

const purgeEveryMs = 600_000;

export function createErasures(deps: ErasuresDeps): Erasures {
  const { database, rows, outside, eraser } = deps;

  function read(accountId: string, key: string): Erasure {
    const row = rows.byKey(accountId, key);
    if (!row) throw notFound('erasure');
    return toErasure(row, deps.signer);
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
    const id = outside.ids();
    const gone = eraser.takeBackedUp();
    deps.forgetDataExports(accountId);
    rows.add(accountId, {
      id,
      key: request.key,
      digest,
      counts,
      requestedAt: isoNow(outside.clock),
      place: deps.place(),
      retained: deps.heldElsewhere(gone),
    });
    const until = deps.backups.keep(id, gone);
    if (until !== null) rows.backedUp(id, until);
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

  // the process may run for months without being asked about an erasure
  const timer = setInterval(() => {
    deps.backups
      .purgeDue()
      .catch((error: unknown) => outside.log('backups not purged', { error: String(error) }));
  }, purgeEveryMs);
  timer.unref();
  deps.signal.addEventListener('abort', () => clearInterval(timer), { once: true });

  return {
    create: async (accountId, request) => {
      const isNew = acceptOrForget(accountId, request);
      const erasure = read(accountId, request.key);
      if (!isNew) return erasure;
      await eraser.afterCommit();
      if (request.subjects.some(({ type }) => type === 'everything')) deps.forgetRequests();
      if (deps.confirmAfterMs !== null) {
        finishLater(erasure.id, deps.confirmAfterMs);
        return erasure;
      }
      await finish(erasure.id);
      return read(accountId, request.key);
    },
    read: async (accountId, key) => {
      await deps.backups.purgeDue();
      return read(accountId, key);
    },
    finishAccepted: async () => {
      await deps.backups.purgeDue();
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
    case 'feedback':
      return eraser.feedback(accountId, subject.generationId);
    case 'everything':
      return eraser.everything(accountId);
    default:
      return subject satisfies never;
  }
}
