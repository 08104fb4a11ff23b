// Changes of generations. Every change of a status goes through `transition()` and leaves an event.
import type { CreateGeneration } from '#shared/contract/generation.ts';
import {
  type GenerationEventType,
  type GenerationStatus,
  isActive,
  transition,
} from '#shared/domain/generation-status.ts';
import { AppError, type ErrorDetails } from '#shared/errors.ts';
import { indexGeneration } from '../library/search-index.ts';
import type { Database, SqlValue } from './database.ts';
import { clearCrashes, givePlace, takePlace } from './queue-places.ts';

export interface NewGeneration {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly draft: Pick<
    CreateGeneration,
    'kind' | 'prompt' | 'parameters' | 'images' | 'parentId' | 'savedPromptId'
  >;
  /** Content of the video that it goes on from. */
  readonly sourceSha256: string | null;
  readonly model: { readonly id: string; readonly name: string; readonly version: string };
  readonly provider: string;
  readonly region: string;
  readonly promptId: number;
  readonly take: number;
  readonly takeCount: number;
  readonly quotedCredits: number;
  readonly trainingConsent: boolean;
  readonly atMs: number;
}

/** Adds a queued generation with its images, event and search text; returns its sequence. */
export function insertGeneration(db: Database, made: NewGeneration): number {
  return db.transaction(() => {
    const sequence = insertUnindexed(db, made);
    indexGeneration(db, sequence);
    return sequence;
  });
}

/** As `insertGeneration`; the caller gives it more words and indexes it then. To index it twice would cost five times as much. */
export function insertUnindexed(db: Database, made: NewGeneration): number {
  return db.transaction(() => {
    const { draft, model } = made;
    const { id: sequence } = db.run(
      `insert into generation (id, idempotency_key, kind, model_id, model_name, model_version, provider, region,
         prompt, prompt_id, parameters, take, take_count, parent_id,
         source_sha256, saved_prompt_id, status, training_consent, credits_quoted,
         created_at, updated_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)`,
      made.id,
      made.idempotencyKey,
      draft.kind,
      model.id,
      model.name,
      model.version,
      made.provider,
      made.region,
      draft.prompt,
      made.promptId,
      JSON.stringify(draft.parameters),
      made.take,
      made.takeCount,
      draft.parentId,
      made.sourceSha256,
      draft.savedPromptId,
      made.trainingConsent ? 1 : 0,
      made.quotedCredits,
      made.atMs,
      made.atMs,
    );
    draft.images.forEach(({ role, assetId }, position) => {
      const { changes } = db.run(
        `insert into generation_image (generation_sequence, position, role, asset_sequence)
         select ?, ?, ?, sequence from asset where id = ?`,
        sequence,
        position,
        role,
        assetId,
      );
      if (changes === 0)
        throw new AppError('not-found', 'A reference image is not in the library.');
    });
    givePlace(db, sequence);
    addEvent(db, sequence, { atMs: made.atMs, type: 'created', status: 'queued', note: '' });
    return sequence;
  });
}

/** Columns that may change together with a status, or by themselves. */
export interface GenerationChange {
  readonly cloudId?: string;
  readonly isInCloud?: boolean;
  readonly cloudExpiresAtMs?: number | null;
  readonly credits?: { readonly held: number; readonly settled: number; readonly refunded: number };
  readonly failure?: {
    readonly code: string;
    readonly message: string;
    readonly details: ErrorDetails;
  } | null;
  readonly title?: string;
  readonly isFavourite?: boolean;
  readonly cancelRequested?: boolean;
}

function columnsOf(change: GenerationChange): [string, SqlValue][] {
  const columns: [string, SqlValue][] = [];
  const add = (name: string, value: SqlValue | undefined) => {
    if (value !== undefined) columns.push([name, value]);
  };
  const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value));
  add('cloud_id', change.cloudId);
  add('is_in_cloud', flag(change.isInCloud));
  add('cloud_expires_at', change.cloudExpiresAtMs);
  add('credits_held', change.credits?.held);
  add('credits_settled', change.credits?.settled);
  add('credits_refunded', change.credits?.refunded);
  if (change.failure !== undefined) {
    add('failure_code', change.failure?.code ?? null);
    add('failure_message', change.failure?.message ?? null);
    add('failure_details', change.failure ? JSON.stringify(change.failure.details) : null);
  }
  add('title', change.title);
  add('is_favourite', flag(change.isFavourite));
  add('cancel_requested', flag(change.cancelRequested));
  return columns;
}

export function updateGeneration(
  db: Database,
  sequence: number,
  change: GenerationChange,
  atMs: number,
): void {
  const columns = columnsOf(change);
  if (columns.length === 0) return;
  db.transaction(() => {
    db.run(
      `update generation set ${columns.map(([name]) => `${name} = ?`).join(', ')}, updated_at = ?
       where sequence = ?`,
      ...columns.map(([, value]) => value),
      atMs,
      sequence,
    );
    if (change.title !== undefined) indexGeneration(db, sequence);
  });
}

export interface StatusChange {
  readonly sequence: number;
  readonly event: GenerationEventType;
  readonly atMs: number;
  readonly note?: string;
  readonly change?: GenerationChange;
}

/** Moves a generation on, with everything that changes along, in one transaction. */
export function applyEvent(db: Database, step: StatusChange): GenerationStatus {
  return db.transaction(() => {
    const { sequence, event, atMs } = step;
    const row = db.get<{ readonly status: GenerationStatus }>(
      'select status from generation where sequence = ?',
      sequence,
    );
    if (!row) throw new AppError('not-found', 'This clip is not in the library.');
    const next = transition(row.status, event);
    if (next === null) {
      throw new AppError('conflict', `A clip that is ${row.status} cannot be ${event}.`, {
        details: { status: row.status, event },
      });
    }
    db.run(
      'update generation set status = ?, updated_at = ?, ended_at = ? where sequence = ?',
      next,
      atMs,
      isActive(next) ? null : atMs,
      sequence,
    );
    updateGeneration(db, sequence, step.change ?? {}, atMs);
    keepPlace(db, sequence, next);
    addEvent(db, sequence, { atMs, type: event, status: next, note: step.note ?? '' });
    return next;
  });
}

/** Only what is under way stands in the queue. */
function keepPlace(db: Database, sequence: number, status: GenerationStatus): void {
  if (!isActive(status)) takePlace(db, sequence);
  else {
    givePlace(db, sequence);
    clearCrashes(db, sequence);
  }
}

export interface NewEvent {
  readonly atMs: number;
  readonly type: string;
  readonly status: GenerationStatus;
  readonly note: string;
}

export function addEvent(db: Database, sequence: number, event: NewEvent): void {
  db.run(
    'insert into event (generation_sequence, at, type, status, note) values (?, ?, ?, ?, ?)',
    sequence,
    event.atMs,
    event.type,
    event.status,
    event.note.slice(0, 500),
  );
}

/** Another attempt after a failure; the count is for people. */
export function countAttempt(db: Database, sequence: number): void {
  db.run('update generation set attempts = attempts + 1 where sequence = ?', sequence);
}
