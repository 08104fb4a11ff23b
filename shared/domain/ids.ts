// Branded ids, so that one kind cannot be passed for another. Text, opaque, made by the engine.
import { z } from 'zod';

const id = z.string().regex(/^[0-9a-z]{8,40}$/);

export const generationIdSchema = id.brand<'GenerationId'>();
export type GenerationId = z.infer<typeof generationIdSchema>;
export const outputIdSchema = id.brand<'OutputId'>();
export type OutputId = z.infer<typeof outputIdSchema>;
export const assetIdSchema = id.brand<'AssetId'>();
export type AssetId = z.infer<typeof assetIdSchema>;
export const collectionIdSchema = id.brand<'CollectionId'>();
export type CollectionId = z.infer<typeof collectionIdSchema>;
export const savedSearchIdSchema = id.brand<'SavedSearchId'>();
export type SavedSearchId = z.infer<typeof savedSearchIdSchema>;
export const taskIdSchema = id.brand<'TaskId'>();
export type TaskId = z.infer<typeof taskIdSchema>;
/** A one-time permission to use a place that the user chose. Never a path. */
export const grantIdSchema = id.brand<'GrantId'>();
export type GrantId = z.infer<typeof grantIdSchema>;
