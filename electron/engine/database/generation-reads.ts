// Questions about generations one by one, and the queue. The library's pages are in library-reads.ts.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { activeStatuses, type GenerationStatus } from '#shared/domain/generation-status.ts';
import { assetIdSchema, type GenerationId, type OutputId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { ImageRole } from '#shared/gateway/generation.ts';
import { isoTime } from '../clock.ts';
import type { Database } from './database.ts';
import {
  type DetailRows,
  generationColumns,
  type GenerationRow,
  joinFirstOutput,
} from './generation-row.ts';
import { tagsOf } from './tags.ts';

const selectGeneration = `select ${generationColumns} from generation g ${joinFirstOutput}`;
const started = activeStatuses
  .filter((status) => status !== 'queued')
  .map((status) => `'${status}'`)
  .join(', ');
/** A queue may hold more; the interface shows the first of them and counts the others. */
const listedJobs = 500;

export function readGeneration(db: Database, sequence: number): GenerationRow | undefined {
  return db.get<GenerationRow>(`${selectGeneration} where g.sequence = ?`, sequence);
}

export function requireGeneration(db: Database, id: string): GenerationRow {
  const row = db.get<GenerationRow>(`${selectGeneration} where g.id = ?`, id);
  if (!row) throw new AppError('not-found', 'This clip is not in the library.');
  return row;
}

/** In the order of the queue, what is under way already first. */
export function readActive(db: Database): GenerationRow[] {
  const underWay = db.all<GenerationRow>(
    `${selectGeneration} where g.status in (${started}) order by g.sequence limit ${listedJobs}`,
  );
  const queued = db.all<GenerationRow>(
    `select ${generationColumns} from queue_place q
     cross join generation g on g.sequence = q.generation_sequence ${joinFirstOutput}
     where g.status = 'queued' order by q.rank, q.generation_sequence limit ?`,
    listedJobs - underWay.length,
  );
  return [...underWay, ...queued];
}

export function readEndedWithoutResult(db: Database, limit: number): GenerationRow[] {
  return db.all<GenerationRow>(
    `select ${generationColumns} from generation g indexed by generation_without_clip ${joinFirstOutput}
     where g.status in ('failed', 'refused', 'cancelled', 'expired')
     order by g.ended_at desc, g.sequence desc limit ?`,
    limit,
  );
}

/** Takes of one click, which share a parent and a time, are made in one transaction and follow each other. */
export function readSequences(db: Database, sequences: readonly number[]): GenerationRow[] {
  return sequences.flatMap((sequence) => readGeneration(db, sequence) ?? []);
}

const never = Number.MAX_SAFE_INTEGER;

export interface JobCandidate {
  readonly sequence: number;
  readonly modelId: string;
  readonly status: GenerationStatus;
}

/** Jobs under way first, then of each model the first few in the queue: a queue of any length costs the same. */
export function readCandidates(db: Database, perModel: number): JobCandidate[] {
  const models = db.all<{ readonly modelId: string }>(
    'select distinct model_id as modelId from queue_place where is_paused = 0',
  );
  const queued = models.flatMap(({ modelId }) =>
    db.all<JobCandidate & { readonly rank: number }>(
      `select g.sequence, g.model_id as modelId, g.status, q.rank from queue_place q
       cross join generation g on g.sequence = q.generation_sequence
       where q.model_id = ? and q.is_paused = 0 and g.status = 'queued'
       order by q.rank, q.generation_sequence limit ?`,
      modelId,
      perModel,
    ),
  );
  return [...readUnderWay(db), ...queued.sort((one, other) => one.rank - other.rank)];
}

/** Jobs that have left the queue and have not ended; of the results that wait, those that the cloud deletes first. */
export function readUnderWay(db: Database): JobCandidate[] {
  return db.all<JobCandidate>(
    `select sequence, model_id as modelId, status from generation
     where status in (${started})
     order by case status when 'downloading' then coalesce(cloud_expires_at, ${never}) else 0 end, sequence`,
  );
}

export interface JobImage {
  readonly role: ImageRole;
  readonly assetId: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly filePath: string;
}

export function readImages(db: Database, sequence: number): JobImage[] {
  return db.all<JobImage>(
    `select i.role, a.id as assetId, a.sha256, a.mime_type as mimeType, a.size_bytes as sizeBytes,
       a.file_path as filePath
     from generation_image i join asset a on a.sequence = i.asset_sequence
     where i.generation_sequence = ? order by i.position`,
    sequence,
  );
}

export interface SourceVideo {
  readonly id: OutputId;
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly durationMs: number;
  readonly filePath: string;
  readonly isMissing: number;
  readonly generationId: GenerationId;
}

const selectSource = `select o.id, o.sha256, o.mime_type as mimeType, o.size_bytes as sizeBytes,
    o.duration_ms as durationMs, o.file_path as filePath, o.is_missing as isMissing, g.id as generationId
  from output o join generation g on g.sequence = o.generation_sequence`;

/** A video of the library by its content: the same one may be there twice, and one of them may be lost. */
export function findSource(db: Database, sha256: string): SourceVideo | undefined {
  return db.get<SourceVideo>(
    `${selectSource} where o.sha256 = ? order by o.is_missing, o.generation_sequence limit 1`,
    sha256,
  );
}

export function requireSource(db: Database, outputId: string): SourceVideo {
  const found = db.get<SourceVideo>(`${selectSource} where o.id = ?`, outputId);
  if (!found) throw new AppError('not-found', 'The clip to go on from is not in the library.');
  return found;
}

interface EventRow {
  readonly at: number;
  readonly type: string;
  readonly status: GenerationStatus;
  readonly note: string;
}

export function readDetailRows(
  db: Database,
  { sequence, source_sha256: source }: Pick<GenerationRow, 'sequence' | 'source_sha256'>,
): Omit<DetailRows, 'cloudErasure' | 'feedback'> {
  const events = db.all<EventRow>(
    'select at, type, status, note from event where generation_sequence = ? order by id limit 500',
    sequence,
  );
  const images: GenerationDetail['images'] = readImages(db, sequence).map(({ role, assetId }) => ({
    role,
    assetId: assetIdSchema.parse(assetId),
  }));
  return {
    images,
    tags: tagsOf(db, sequence),
    sourceId: source === null ? null : (findSource(db, source)?.id ?? null),
    events: events.map((event) => ({ ...event, at: isoTime(event.at) })),
  };
}

/** Name and id of the clip that the cloud knows by this id; `null` when it is not here. */
export function readClipOfCloud(
  db: Database,
  cloudId: string,
): Pick<GenerationRow, 'id' | 'title' | 'prompt'> | null {
  return db.get('select id, title, prompt from generation where cloud_id = ?', cloudId) ?? null;
}
