// A generation with its first output as one row, and the way from there to what the interface gets.
import type { GenerationDetail, GenerationSummary, Output } from '#shared/contract/generation.ts';
import type { Label } from '#shared/domain/clip-change.ts';
import type { ClipKind } from '#shared/domain/clip-kind.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import type { GenerationId, OutputId } from '#shared/domain/ids.ts';
import type { GenerationStatus, JobStep } from '#shared/domain/generation-status.ts';
import { savedPromptIdSchema } from '#shared/domain/saved-prompt-schemas.ts';
import { isErrorCode, type ErrorDetails } from '#shared/errors.ts';
import type { Parameters } from '#shared/gateway/model.ts';
import { isoTime, isoTimeOrNull } from '../clock.ts';
import type { LiveJob } from '../jobs/live-jobs.ts';

/** As the database has it; what leaves the engine is checked against the contract once, on its way out. */
export interface SummaryRow {
  readonly sequence: number;
  readonly id: GenerationId;
  readonly kind: ClipKind;
  readonly model_id: string;
  readonly model_name: string;
  readonly prompt: string;
  readonly parameters: string;
  readonly title: string;
  readonly rating: number;
  readonly label: Label | null;
  readonly verdict: Verdict | null;
  readonly trashed_at: number | null;
  readonly take: number;
  readonly take_count: number;
  readonly status: GenerationStatus;
  readonly is_favourite: number;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly failure_details: string | null;
  readonly credits_quoted: number;
  readonly credits_held: number;
  readonly credits_settled: number;
  readonly credits_refunded: number;
  readonly is_in_cloud: number;
  readonly cloud_expires_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly ended_at: number | null;
  readonly output_id: OutputId | null;
  readonly file_path: string | null;
  readonly poster_path: string | null;
  readonly mime_type: string | null;
  readonly sha256: string | null;
  readonly size_bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly duration_ms: number | null;
  readonly fps: number | null;
  readonly is_missing: number | null;
}

export interface GenerationRow extends SummaryRow {
  readonly idempotency_key: string;
  readonly provider: string;
  readonly region: string;
  readonly notes: string;
  readonly parent_id: GenerationId | null;
  readonly source_sha256: string | null;
  readonly saved_prompt_id: string | null;
  readonly training_consent: number;
  readonly cancel_requested: number;
  readonly attempts: number;
  readonly cloud_id: string | null;
  readonly keep_here: number;
}

const outputColumns = `o.id as output_id, o.file_path, o.poster_path, o.mime_type, o.sha256, o.size_bytes, o.width,
  o.height, o.duration_ms, o.fps, o.is_missing`;

/** Of a card, which needs no more; to be followed by `from generation g left join output o on …`. */
export const summaryColumns = `g.sequence, g.id, g.kind, g.model_id, g.model_name, g.prompt, g.parameters, g.title, g.rating, g.label,
  g.verdict, g.trashed_at, g.take, g.take_count, g.status, g.is_favourite, g.failure_code, g.failure_message,
  g.failure_details, g.credits_quoted, g.credits_held, g.credits_settled, g.credits_refunded, g.is_in_cloud,
  g.cloud_expires_at, g.created_at, g.updated_at, g.ended_at, ${outputColumns}`;

/** Of a card and of its job. */
export const generationColumns = `${summaryColumns}, g.idempotency_key, g.provider, g.region, g.notes, g.parent_id, g.source_sha256,
  g.saved_prompt_id, g.training_consent, g.cancel_requested, g.attempts, g.cloud_id, g.keep_here`;

export const joinFirstOutput =
  'left join output o on o.generation_sequence = g.sequence and o.position = 0';

const steps: Readonly<Partial<Record<GenerationStatus, JobStep>>> = {
  uploading: 'upload',
  submitting: 'send',
  rendering: 'render',
  downloading: 'download',
};

export function toSummary(row: SummaryRow, live: LiveJob | undefined): GenerationSummary {
  return {
    id: row.id,
    sequence: row.sequence,
    title: row.title,
    prompt: row.prompt,
    kind: row.kind,
    modelId: row.model_id,
    modelName: row.model_name,
    parameters: readParameters(row),
    take: row.take,
    takeCount: row.take_count,
    status: row.status,
    step: live?.step ?? steps[row.status] ?? null,
    progress: live?.progress ?? null,
    isFavourite: row.is_favourite === 1,
    rating: row.rating,
    label: row.label,
    verdict: row.verdict,
    trashedAt: isoTimeOrNull(row.trashed_at),
    isPaused: false,
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
    endedAt: isoTimeOrNull(row.ended_at),
    failure: toFailure(row),
    waiting: live?.waiting
      ? {
          reason: live.waiting.reason,
          until: isoTimeOrNull(live.waiting.untilMs),
          details: live.waiting.details,
        }
      : null,
    credits: {
      quoted: row.credits_quoted,
      held: row.credits_held,
      settled: row.credits_settled,
      refunded: row.credits_refunded,
    },
    isInCloud: row.is_in_cloud === 1,
    cloudExpiresAt: isoTimeOrNull(row.cloud_expires_at),
    output: toOutput(row),
  };
}

/** None, when somebody edited them into something else: one row must not take a whole list with it. */
export function readParameters(row: Pick<SummaryRow, 'parameters'>): Parameters {
  const value: unknown = JSON.parse(row.parameters);
  const isFlat =
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((entry) => typeof entry !== 'object');
  return isFlat && !Array.isArray(value) ? (value as Parameters) : {};
}

function toFailure(row: SummaryRow): GenerationSummary['failure'] {
  if (row.failure_code === null) return null;
  return {
    code: isErrorCode(row.failure_code) ? row.failure_code : 'internal',
    message: row.failure_message ?? '',
    details: { ...(JSON.parse(row.failure_details ?? '{}') as ErrorDetails) },
  };
}

function toOutput(row: SummaryRow): Output | null {
  if (row.output_id === null || row.file_path === null) return null;
  return {
    id: row.output_id,
    fileName: row.file_path.slice(row.file_path.lastIndexOf('/') + 1),
    mimeType: row.mime_type ?? '',
    sha256: row.sha256 ?? '',
    sizeBytes: row.size_bytes ?? 0,
    width: row.width ?? 0,
    height: row.height ?? 0,
    durationMs: row.duration_ms ?? 0,
    fps: row.fps ?? 0,
    hasPoster: row.poster_path !== null,
    isMissing: row.is_missing === 1,
  };
}

export type DetailRows = Pick<
  GenerationDetail,
  'images' | 'events' | 'tags' | 'cloudErasure' | 'feedback' | 'sourceId'
>;

export function toDetail(
  row: GenerationRow,
  live: LiveJob | undefined,
  rows: DetailRows,
): GenerationDetail {
  return {
    ...toSummary(row, live),
    idempotencyKey: row.idempotency_key,
    cloudId: row.cloud_id,
    parentId: row.parent_id,
    sourceId: rows.sourceId,
    savedPromptId: savedPromptIdSchema.nullable().catch(null).parse(row.saved_prompt_id),
    notes: row.notes,
    tags: rows.tags,
    attempts: row.attempts,
    images: rows.images,
    provider: row.provider,
    region: row.region,
    events: rows.events,
    bytesReceived: live?.bytesReceived ?? row.size_bytes ?? 0,
    keepHere: row.keep_here === 1,
    cloudErasure: rows.cloudErasure,
    feedback: rows.feedback,
  };
}
