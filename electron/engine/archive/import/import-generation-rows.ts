// Writes the rows of one generation of an archive: itself, its images, videos, events, tags and search text. To be called in the
// transaction of its batch, when all of its files are in their places.
import { type GenerationStatus, isActive, transition } from '#shared/domain/generation-status.ts';
import { applyEvent } from '../../database/generation-writes.ts';
import type { Database } from '../../database/database.ts';
import { setOutputMissing } from '../../database/output-writes.ts';
import { indexGeneration } from '../../library/search-index.ts';
import { derivedId } from './import-identity.ts';
import { type EventLine, type GenerationLine, type OutputLine, toColumns } from './import-lines.ts';
import { isKeepable } from './import-numbers.ts';
import { entityOf, type ImportRun, insertRow } from './import-run.ts';
import type { LocalIds } from './import-words.ts';

export type PlannedOutput =
  | {
      readonly kind: 'new';
      readonly line: OutputLine;
      readonly id: string;
      readonly filePath: string;
      readonly posterPath: string | null;
      readonly isMissing: boolean;
    }
  | { readonly kind: 'restored'; readonly id: string };

export interface PlannedGeneration {
  readonly line: GenerationLine;
  /** In the library. */
  readonly id: string;
  /** Set when it is here already and only its videos are new. */
  readonly local: { readonly sequence: number; readonly status: GenerationStatus } | null;
  readonly outputs: readonly PlannedOutput[];
}

export interface RowMaps {
  readonly prompts: LocalIds;
  readonly tags: LocalIds;
  readonly renamed: ReadonlyMap<string, string>;
}

export function writeGeneration(run: ImportRun, plan: PlannedGeneration, maps: RowMaps): void {
  const { db } = run;
  if (plan.local) {
    completeGeneration(run, plan, plan.local.sequence);
    return;
  }
  const sequence = insertGenerationLine(db, plan, maps);
  insertImages(run, plan.line.id, sequence);
  for (const output of plan.outputs) insertOutputLine(db, output, sequence);
  insertEvents(db, run.staging.of('events', plan.line.id), sequence);
  closeUnfinished(run, plan.line, sequence);
  for (const { tagId } of run.staging.of('generation-tags', plan.line.id)) {
    const local = maps.tags.get(tagId);
    if (local === undefined) continue;
    db.run('insert into generation_tag values (?, ?) on conflict do nothing', sequence, local);
  }
  indexGeneration(db, sequence);
}

/** Videos for a generation that is here: one that lost its result gets it back in the two steps that a download takes. */
function completeGeneration(
  run: ImportRun,
  { outputs }: PlannedGeneration,
  sequence: number,
): void {
  const { db } = run;
  const isNew = outputs.some(({ kind }) => kind === 'new');
  const status = db.get<{ readonly status: GenerationStatus }>(
    'select status from generation where sequence = ?',
    sequence,
  )?.status;
  const isFetched = isNew && status !== undefined && transition(status, 'refetched') !== null;
  const note = 'Imported from an archive';
  if (isFetched) {
    const change = { failure: null };
    applyEvent(db, { sequence, event: 'refetched', atMs: run.now(), note, change });
  }
  for (const output of outputs) insertOutputLine(db, output, sequence);
  if (!isFetched) return;
  applyEvent(db, { sequence, event: 'saved', atMs: run.now(), note });
  run.tally.remark('completed');
}

function insertGenerationLine(
  db: Database,
  { line, id }: PlannedGeneration,
  maps: RowMaps,
): number {
  const isKeyTaken =
    db.get('select 1 from generation where idempotency_key = ?', line.idempotencyKey) !== undefined;
  return insertRow(db, 'generation', {
    ...toColumns(entityOf('generations'), line),
    id,
    sequence: nextSequence(db, line.sequence),
    idempotency_key: isKeyTaken ? derivedId(line.idempotencyKey, id) : line.idempotencyKey,
    prompt_id: line.promptId === null ? null : (maps.prompts.get(line.promptId) ?? null),
    parent_id: line.parentId === null ? null : (maps.renamed.get(line.parentId) ?? line.parentId),
  });
}

/** The archive's own number where it is above all that were ever given here: order and gaps stay as they were. */
function nextSequence(db: Database, wanted: number): number {
  const last =
    db.get<{ readonly seq: number }>(`select seq from sqlite_sequence where name = 'generation'`)
      ?.seq ?? 0;
  return wanted > last && isKeepable(wanted) ? wanted : last + 1;
}

function insertImages({ db, staging, tally }: ImportRun, generationId: string, sequence: number) {
  for (const image of staging.of('generation-images', generationId)) {
    const asset = staging.of('assets', image.assetId)[0];
    const local =
      asset &&
      db.get<{ readonly sequence: number }>(
        'select sequence from asset where sha256 = ?',
        asset.sha256,
      );
    if (!local) {
      tally.remark('image-gone', asset?.originalName);
      continue;
    }
    insertRow(db, 'generation_image', {
      ...toColumns(entityOf('generation-images'), image),
      position: freePosition(db, 'generation_image', sequence, image.position),
      generation_sequence: sequence,
      asset_sequence: local.sequence,
    });
  }
}

function freePosition(
  db: Database,
  table: 'generation_image' | 'output',
  sequence: number,
  wanted: number,
): number {
  const isFree = !db.get(
    `select 1 from ${table} where generation_sequence = ? and position = ?`,
    sequence,
    wanted,
  );
  if (isFree && wanted < 1000) return wanted;
  const last = db.get<{ readonly last: number | null }>(
    `select max(position) as last from ${table} where generation_sequence = ?`,
    sequence,
  )?.last;
  return (last ?? -1) + 1;
}

function insertOutputLine(db: Database, output: PlannedOutput, sequence: number): void {
  if (output.kind === 'restored') {
    setOutputMissing(db, output.id, false);
    return;
  }
  const { line, id, filePath, posterPath, isMissing } = output;
  insertRow(db, 'output', {
    ...toColumns(entityOf('outputs'), line),
    id,
    generation_sequence: sequence,
    position: freePosition(db, 'output', sequence, line.position),
    file_path: filePath,
    poster_path: posterPath,
    is_missing: Number(isMissing),
  });
}

/** All keep their ids, or none, so that their order stays. */
function insertEvents(db: Database, events: readonly EventLine[], sequence: number): void {
  const ids = new Set(events.map(({ id }) => id));
  const areFree =
    ids.size === events.length &&
    events.every(({ id }) => isKeepable(id) && !db.get('select 1 from event where id = ?', id));
  for (const line of events) {
    insertRow(db, 'event', {
      ...toColumns(entityOf('events'), line),
      id: areFree ? line.id : null,
      generation_sequence: sequence,
    });
  }
}

/** What was under way when the archive was written ends here: sent again from two places it would be paid for twice. */
function closeUnfinished({ db, staging }: ImportRun, line: GenerationLine, sequence: number): void {
  if (!isActive(line.status)) return;
  const event = line.cancelRequested ? 'cancelled' : 'failed';
  const next = transition(line.status, event);
  if (next === null) throw new TypeError(`A clip that is ${line.status} cannot end.`);
  const atMs = Date.parse(line.updatedAt);
  const note = 'Not finished when the archive was written';
  db.run(
    `update generation set status = ?, ended_at = ?, cancel_requested = 0, failure_code = ?, failure_message = ?,
       failure_details = ? where sequence = ?`,
    next,
    atMs,
    event === 'failed' ? 'cancelled' : null,
    event === 'failed' ? 'The clip was not finished when the archive was written.' : null,
    event === 'failed' ? '{}' : null,
    sequence,
  );
  const last = db.get<{ readonly last: number }>('select coalesce(max(id), 0) as last from event');
  insertRow(db, 'event', {
    id: Math.max(last?.last ?? 0, staging.lastEventId) + 1, // below are the numbers of clips that follow
    generation_sequence: sequence,
    at: atMs,
    type: event,
    status: next,
    note,
  });
}
