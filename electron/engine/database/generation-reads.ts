// Questions about generations one by one, and the queue. The library's pages are in library-reads.ts.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { activeStatuses, type GenerationStatus } from '#shared/domain/generation-status.ts';
import { assetIdSchema } from '#shared/domain/ids.ts';
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

const selectGeneration = `select ${generationColumns} from generation g ${joinFirstOutput}`;
const active = activeStatuses.map((status) => `'${status}'`).join(', ');

export function readGeneration(db: Database, sequence: number): GenerationRow | undefined {
  return db.get<GenerationRow>(`${selectGeneration} where g.sequence = ?`, sequence);
}

export function requireGeneration(db: Database, id: string): GenerationRow {
  const row = db.get<GenerationRow>(`${selectGeneration} where g.id = ?`, id);
  if (!row) throw new AppError('not-found', 'This clip is not in the library.');
  return row;
}

export function readActive(db: Database): GenerationRow[] {
  return db.all<GenerationRow>(
    `${selectGeneration} where g.status in (${active}) order by g.sequence limit 500`,
  );
}

export function readEndedWithoutResult(db: Database, limit: number): GenerationRow[] {
  return db.all<GenerationRow>(
    `${selectGeneration} where g.status in ('failed', 'refused', 'cancelled', 'expired')
     order by g.ended_at desc, g.sequence desc limit ?`,
    limit,
  );
}

/** Takes of one click, which share a parent and a time, are made in one transaction and follow each other. */
export function readSequences(db: Database, sequences: readonly number[]): GenerationRow[] {
  return sequences.flatMap((sequence) => readGeneration(db, sequence) ?? []);
}

export interface JobCandidate {
  readonly sequence: number;
  readonly modelId: string;
  readonly status: GenerationStatus;
}

/** Jobs under way first, then of each model the first few in the queue: a queue of any length costs the same. */
export function readCandidates(db: Database, perModel: number): JobCandidate[] {
  const columns = 'sequence, model_id as modelId, status';
  const underWay = db.all<JobCandidate>(
    `select ${columns} from generation
     where status in ('uploading', 'submitting', 'rendering', 'downloading') order by sequence`,
  );
  const models = db.all<{ readonly modelId: string }>(
    "select distinct model_id as modelId from generation where status = 'queued'",
  );
  const queued = models.flatMap(({ modelId }) =>
    db.all<JobCandidate>(
      `select ${columns} from generation where status = 'queued' and model_id = ?
       order by sequence limit ?`,
      modelId,
      perModel,
    ),
  );
  return [...underWay, ...queued.sort((one, other) => one.sequence - other.sequence)];
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

interface EventRow {
  readonly at: number;
  readonly type: string;
  readonly status: GenerationStatus;
  readonly note: string;
}

export function readDetailRows(db: Database, sequence: number): DetailRows {
  const events = db.all<EventRow>(
    'select at, type, status, note from event where generation_sequence = ? order by id limit 500',
    sequence,
  );
  const images: GenerationDetail['images'] = readImages(db, sequence).map(({ role, assetId }) => ({
    role,
    assetId: assetIdSchema.parse(assetId),
  }));
  return { images, events: events.map((event) => ({ ...event, at: isoTime(event.at) })) };
}

/** Name and id of the clip that the cloud knows by this id; `null` when it is not here. */
export function readClipOfCloud(
  db: Database,
  cloudId: string,
): Pick<GenerationRow, 'id' | 'title' | 'prompt'> | null {
  return db.get('select id, title, prompt from generation where cloud_id = ?', cloudId) ?? null;
}
