// Jobs and their results, as the cloud sees them.
import { z } from 'zod';
import { generationKindSchema, parametersSchema } from './model.ts';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const cloudStatusSchema = z.enum([
  'queued',
  'running',
  'succeeded',
  'failed',
  'refused',
  'cancelled',
  'expired',
]);
export type CloudStatus = z.infer<typeof cloudStatusSchema>;

export const imageRoleSchema = z.enum(['first-frame', 'last-frame', 'reference']);
export type ImageRole = z.infer<typeof imageRoleSchema>;

export const generationRequestSchema = z.object({
  kind: generationKindSchema,
  modelId: z.string().max(60),
  prompt: z.string().min(1).max(10_000),
  parameters: parametersSchema,
  images: z.array(z.object({ role: imageRoleSchema, sha256: sha256Schema })).max(16),
  /** The video that this one goes on from; uploaded before, like images. For `extend-video` alone. */
  sourceVideo: z.object({ sha256: sha256Schema }).optional(),
  /** Purposes the user agreed to for this job. Training is off unless the user switched it on. */
  consents: z.object({ training: z.boolean() }),
  /** Which take of one click this is, from 1; part of what makes takes differ. */
  take: z.number().int().min(1).max(16),
  /** Provider and region as the user saw them. A service that would send the job elsewhere refuses it. */
  destination: z.object({ provider: z.string().max(80), region: z.string().max(80) }).optional(),
});
export type GenerationRequest = z.infer<typeof generationRequestSchema>;

const cloudOutputSchema = z.object({
  id: z.string().max(80),
  mimeType: z.string().max(80),
  sizeBytes: z.number().int().positive(),
  sha256: sha256Schema,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  durationMs: z.number().int().positive(),
  fps: z.number().positive(),
  /** Absolute, or relative to the base URL; may stop working at `urlExpiresAt`, a fresh one comes with each read. */
  url: z.string().max(2000),
  urlExpiresAt: z.iso.datetime().nullable(),
  /** A JPEG of one frame, addressed and signed like `url`; `null` where the service makes none. */
  posterUrl: z.string().max(2000).nullable().default(null),
});
export type CloudOutput = z.infer<typeof cloudOutputSchema>;

export const cloudGenerationSchema = z.object({
  id: z.string().max(80),
  idempotencyKey: z.string().max(80),
  kind: generationKindSchema,
  modelId: z.string().max(60),
  prompt: z.string().max(10_000),
  parameters: parametersSchema,
  /** A status that this client does not know reads as `running`: an unknown answer is never "done". */
  status: cloudStatusSchema.catch('running'),
  /** 0..1, `null` where the provider tells none. */
  progress: z.number().min(0).max(1).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When the cloud removes the result by itself. */
  expiresAt: z.iso.datetime().nullable(),
  credits: z.object({
    held: z.number().int().min(0),
    settled: z.number().int().min(0),
    refunded: z.number().int().min(0),
  }),
  failure: z.object({ code: z.string().max(60), message: z.string().max(500) }).nullable(),
  outputs: z.array(cloudOutputSchema).max(16),
});
export type CloudGeneration = z.infer<typeof cloudGenerationSchema>;

export const generationPageSchema = z.object({
  items: z.array(cloudGenerationSchema).max(500),
  nextCursor: z.string().max(200).nullable(),
});
export type GenerationPage = z.infer<typeof generationPageSchema>;

export const generationChangesSchema = z.object({
  /** Each job once, as it is now, in the order of its last change. One that cannot be read is `null`, and the others hold. */
  items: z.array(cloudGenerationSchema.nullable().catch(null)).max(500),
  /** Asked with this one, the next answer goes on here; also when nothing is new. */
  nextCursor: z.string().max(200),
  hasMore: z.boolean(),
});
export type GenerationChanges = z.infer<typeof generationChangesSchema>;
