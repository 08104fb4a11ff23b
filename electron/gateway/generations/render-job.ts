// What the back-end is given, made from what the database holds. Pure but for the lookup of images.
import { z } from 'zod';
import { imageRoleSchema, sha256Schema } from '#shared/gateway/generation.ts';
import { parametersSchema } from '#shared/gateway/model.ts';
import type { RenderJob, RenderMemory } from '../backend.ts';
import type { Assets } from '../uploads/assets.ts';
import type { GenerationRow } from './generation-rows.ts';

const imagesSchema = z.array(z.object({ role: imageRoleSchema, sha256: sha256Schema }));

/** `null` when an image is no longer there. */
export function toRenderJob(
  row: GenerationRow,
  assets: Assets,
  memory: RenderMemory,
): RenderJob | null {
  const images = [];
  for (const { role, sha256 } of imagesSchema.parse(JSON.parse(row.images))) {
    const asset = assets.find(row.account_id, sha256);
    if (!asset) return null;
    images.push({ role, path: assets.pathOf(sha256), mimeType: asset.mime_type });
  }
  return {
    generationId: row.id,
    idempotencyKey: row.idempotency_key,
    modelId: row.model_id,
    kind: row.kind,
    prompt: row.prompt,
    parameters: parametersSchema.parse(JSON.parse(row.parameters)),
    take: row.take,
    images,
    allowsTraining: row.allows_training === 1,
    memory,
  };
}
