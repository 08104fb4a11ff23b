// Generations as the interface sees them.
import { z } from 'zod';
import { labels } from '../domain/clip-change.ts';
import { clipKinds } from '../domain/clip-kind.ts';
import { generationStatuses, jobSteps } from '../domain/generation-status.ts';
import { assetIdSchema, generationIdSchema, outputIdSchema } from '../domain/ids.ts';
import { savedPromptIdSchema, variableValuesSchema } from '../domain/saved-prompt-schemas.ts';
import { verdicts } from '../domain/verdict.ts';
import { errorCodes } from '../errors.ts';
import { imageRoleSchema } from '../gateway/generation.ts';
import { clipErasureSchema } from './erasures.ts';
import { clipFeedbackSchema } from './feedback.ts';
import { generationKindSchema, type Parameters, parametersSchema } from '../gateway/model.ts';

const generationStatusSchema = z.enum(generationStatuses);
export const clipKindSchema = z.enum(clipKinds);

const failureSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  /** Lets the interface word it; numbers and names only. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const outputSchema = z.object({
  id: outputIdSchema,
  /** Name within the library, for people: `2026-11-23 neon city in the rain [k7f3q2].mp4`. */
  fileName: z.string(),
  mimeType: z.string(),
  sha256: z.string(),
  sizeBytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  durationMs: z.number().int(),
  fps: z.number(),
  hasPoster: z.boolean(),
  /** Not where it was when last looked at. */
  isMissing: z.boolean(),
});
export type Output = z.infer<typeof outputSchema>;

const scalarTypes: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

/** Flat, as the gateway's schema wants them when they come in. Cheaper to check: a page has 60 of these. */
const storedParametersSchema = z.custom<Parameters>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((entry) => scalarTypes.has(typeof entry)),
);

/** What a card needs; a page of these must stay small. */
export const generationSummarySchema = z.object({
  id: generationIdSchema,
  /** Creation order within the library. */
  sequence: z.number().int(),
  title: z.string(),
  prompt: z.string(),
  kind: clipKindSchema,
  modelId: z.string(),
  modelName: z.string(),
  parameters: storedParametersSchema,
  take: z.number().int(),
  takeCount: z.number().int(),
  status: generationStatusSchema,
  /** Progress 0..1 of the present step, where it is known. */
  step: z.enum(jobSteps).nullable(),
  progress: z.number().min(0).max(1).nullable(),
  isFavourite: z.boolean(),
  /** 0 without one. */
  rating: z.number().int(),
  label: z.enum(labels).nullable(),
  /** What the user thinks of it. */
  verdict: z.enum(verdicts).nullable(),
  /** When it was moved to the trash. */
  trashedAt: z.iso.datetime().nullable(),
  /** By itself, in the queue; a pause of the whole queue is not told here. */
  isPaused: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  failure: failureSchema.nullable(),
  /** Set while it waits: why, and when it is tried again. */
  waiting: z
    .object({
      reason: z.enum(['network', 'cloud', 'rate-limit', 'slot', 'disk', 'paused', 'restricted']),
      until: z.iso.datetime().nullable(),
      /** For the words: the `code` of the error, `neededBytes` and `freeBytes` of a full disk, for example. */
      details: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .optional(),
    })
    .nullable(),
  credits: z.object({
    quoted: z.number().int(),
    held: z.number().int(),
    settled: z.number().int(),
    refunded: z.number().int(),
  }),
  isInCloud: z.boolean(),
  cloudExpiresAt: z.iso.datetime().nullable(),
  output: outputSchema.nullable(),
});
export type GenerationSummary = z.infer<typeof generationSummarySchema>;

export const generationDetailSchema = generationSummarySchema.extend({
  idempotencyKey: z.string(),
  cloudId: z.string().nullable(),
  parentId: generationIdSchema.nullable(),
  /** The video that it goes on from, where that is in the library. */
  sourceId: outputIdSchema.nullable(),
  savedPromptId: savedPromptIdSchema.nullable(),
  notes: z.string(),
  tags: z.array(z.string()),
  attempts: z.number().int(),
  images: z.array(z.object({ role: imageRoleSchema, assetId: assetIdSchema })),
  provider: z.string(),
  region: z.string(),
  events: z.array(
    z.object({
      at: z.iso.datetime(),
      type: z.string(),
      status: generationStatusSchema,
      note: z.string(),
    }),
  ),
  bytesReceived: z.number().int(),
  /** Its copy in the cloud goes once it is on this device. */
  keepHere: z.boolean(),
  /** The last deletion that was asked of its copy in the cloud. */
  cloudErasure: clipErasureSchema.nullable(),
  /** What the verdict is about, and whether the cloud was told. */
  feedback: clipFeedbackSchema.nullable(),
});
export type GenerationDetail = z.infer<typeof generationDetailSchema>;

export const createGenerationSchema = z.object({
  kind: generationKindSchema,
  modelId: z.string().max(60),
  prompt: z.string().min(1, 'Write what the video shows.').max(10_000),
  parameters: parametersSchema,
  images: z
    .array(z.object({ role: imageRoleSchema, assetId: assetIdSchema }))
    .max(16)
    .default([]),
  takes: z.number().int().min(1).max(4).default(1),
  parentId: generationIdSchema.nullable().default(null),
  /** The result of a finished clip that this one goes on from; for `extend-video`. */
  sourceId: outputIdSchema.nullable().default(null),
  /** Of the prompt: each combination becomes a clip of its own, with as many takes. */
  variables: variableValuesSchema.default({}),
  /** What of the prompt library it came of. */
  savedPromptId: savedPromptIdSchema.nullable().default(null),
});
export type CreateGeneration = z.infer<typeof createGenerationSchema>;

export const assetSchema = z.object({
  id: assetIdSchema,
  sha256: z.string(),
  mimeType: z.string(),
  sizeBytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  originalName: z.string(),
  createdAt: z.iso.datetime(),
  usedBy: z.number().int(),
});
export type Asset = z.infer<typeof assetSchema>;
