// What stands in the composer and was not sent yet. Kept by the engine, so that a restart loses no words.
import { z } from 'zod';
import { assetIdSchema, generationIdSchema, outputIdSchema } from '../domain/ids.ts';
import { savedPromptIdSchema, variableValuesSchema } from '../domain/saved-prompt-schemas.ts';
import { imageRoleSchema } from '../gateway/generation.ts';
import { generationKindSchema, parametersSchema } from '../gateway/model.ts';

const draftImageSchema = z.object({ role: imageRoleSchema, assetId: assetIdSchema });
export type DraftImage = z.infer<typeof draftImageSchema>;

/** Longer than any prompt that a model takes: a draft may be too long, it only cannot be sent. */
const longestDraft = 100_000;

export const draftSchema = z.object({
  kind: generationKindSchema,
  /** Empty until one was chosen. */
  modelId: z.string().max(60),
  prompt: z.string().max(longestDraft),
  /** What was wished for; a model takes of it what fits. */
  parameters: parametersSchema,
  images: z.array(draftImageSchema).max(16),
  takes: z.number().int().min(1).max(4),
  /** The clip that it started from. */
  parentId: generationIdSchema.nullable().default(null),
  /** The result that it goes on from. */
  sourceId: outputIdSchema.nullable().default(null),
  variables: variableValuesSchema.default({}),
  savedPromptId: savedPromptIdSchema.nullable().default(null),
});
export type Draft = z.infer<typeof draftSchema>;
