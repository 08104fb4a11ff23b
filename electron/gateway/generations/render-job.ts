// What the back-end is given, made from what the database holds. Pure but for the lookup of images.
import { z } from 'zod';
import { imageRoleSchema, sha256Schema } from '#shared/gateway/generation.ts';
import { parametersSchema } from '#shared/gateway/model.ts';
import type { RenderJob, RenderMemory } from '../backend.ts';
import type { Assets } from '../uploads/assets.ts';
import type { GenerationRow } from './generation-rows.ts';

const imagesSchema = z.array(z.object({ role: imageRoleSchema, sha256: sha256Schema }));

export interface RenderJobDeps {
  readonly assets: Assets;
  readonly memory: RenderMemory;
  readonly memoryOfMaker: (accountId: string, sha256: string) => string | null;
}

/** `null` when something that it starts from is no longer there. */
export function toRenderJob(row: GenerationRow, deps: RenderJobDeps): RenderJob | null {
  const { assets, memory } = deps;
  const images = [];
  for (const { role, sha256 } of imagesSchema.parse(JSON.parse(row.images))) {
    const asset = assets.find(row.account_id, sha256);
    if (!asset) return null;
    images.push({ role, path: assets.pathOf(sha256), mimeType: asset.mime_type });
  }
  const { account_id: accountId, source_sha256: source } = row;
  if (source !== null && !assets.find(accountId, source)) return null;
  return {
    generationId: row.id,
    idempotencyKey: row.idempotency_key,
    modelId: row.model_id,
    kind: row.kind,
    prompt: row.prompt,
    parameters: parametersSchema.parse(JSON.parse(row.parameters)),
    take: row.take,
    images,
    source:
      source === null
        ? null
        : { path: assets.pathOf(source), memoryOfMaker: deps.memoryOfMaker(accountId, source) },
    allowsTraining: row.allows_training === 1,
    memory,
  };
}
