// "Try again": a result that the cloud still holds is fetched, anything else becomes a new generation with the same settings.
import type { CreateGeneration } from '#shared/contract/generation.ts';
import { isGenerated } from '#shared/domain/clip-kind.ts';
import { isActive, transition } from '#shared/domain/generation-status.ts';
import { assetIdSchema, generationIdSchema } from '#shared/domain/ids.ts';
import { savedPromptIdSchema } from '#shared/domain/saved-prompt-schemas.ts';
import { AppError } from '#shared/errors.ts';
import type { Database } from '../database/database.ts';
import { findSource, readImages } from '../database/generation-reads.ts';
import { type GenerationRow, readParameters } from '../database/generation-row.ts';

export type RetryPlan =
  { readonly action: 'refetch' } | { readonly action: 'create'; readonly draft: CreateGeneration };

export function planRetry(db: Database, row: GenerationRow): RetryPlan {
  if (isActive(row.status)) {
    throw new AppError('conflict', 'This clip is still being made.');
  }
  const canRefetch =
    transition(row.status, 'refetched') !== null &&
    row.cloud_id !== null &&
    row.is_in_cloud === 1 &&
    wasRendered(db, row.sequence);
  if (canRefetch) return { action: 'refetch' };
  if (!isGenerated(row.kind)) {
    throw new AppError('conflict', 'An imported video is not made again.');
  }
  return {
    action: 'create',
    draft: {
      kind: row.kind,
      modelId: row.model_id,
      prompt: row.prompt,
      parameters: readParameters(row),
      images: readImages(db, row.sequence).map(({ role, assetId }) => ({
        role,
        assetId: assetIdSchema.parse(assetId),
      })),
      takes: 1,
      parentId: generationIdSchema.parse(row.id),
      sourceId: row.source_sha256 === null ? null : (findSource(db, row.source_sha256)?.id ?? null),
      variables: {},
      savedPromptId: savedPromptIdSchema.nullable().catch(null).parse(row.saved_prompt_id),
    },
  };
}

function wasRendered(db: Database, sequence: number): boolean {
  return (
    db.get("select 1 from event where generation_sequence = ? and type = 'rendered'", sequence) !==
    undefined
  );
}
