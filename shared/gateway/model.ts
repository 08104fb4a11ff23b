// Capability descriptors: what a model can do, as data that the gateway serves. The interface builds its controls from them.
import { z } from 'zod';
import { generationKinds } from '../domain/clip-kind.ts';

export const generationKindSchema = z.enum(generationKinds);
export type GenerationKind = z.infer<typeof generationKindSchema>;

/** Parameter values are flat: strings, numbers or switches, by the key of their descriptor. */
const parameterValueSchema = z.union([z.string().max(5000), z.number(), z.boolean()]);
export type ParameterValue = z.infer<typeof parameterValueSchema>;
export const parametersSchema = z.record(z.string().max(40), parameterValueSchema);
export type Parameters = z.infer<typeof parametersSchema>;

const parameterBase = {
  /** `duration` (s), `aspect`, `resolution`, `sound`, `negativePrompt`, `seed`, … */
  key: z.string().regex(/^[a-zA-Z]{1,40}$/),
  label: z.string().max(60),
  /** Kinds of generation that have this parameter. */
  kinds: z.array(generationKindSchema),
};

const parameterDescriptorSchema = z.discriminatedUnion('type', [
  z.object({
    ...parameterBase,
    type: z.literal('choice'),
    values: z.array(z.object({ value: z.string().max(40), label: z.string().max(60) })).min(1),
    default: z.string().max(40),
  }),
  z.object({
    ...parameterBase,
    type: z.literal('range'),
    minimum: z.number(),
    maximum: z.number(),
    step: z.number().positive(),
    unit: z.string().max(10),
    default: z.number(),
  }),
  z.object({ ...parameterBase, type: z.literal('switch'), default: z.boolean() }),
  z.object({
    ...parameterBase,
    type: z.literal('text'),
    maxLength: z.number().int().positive(),
    default: z.string(),
  }),
]);
export type ParameterDescriptor = z.infer<typeof parameterDescriptorSchema>;

export const imageRules = z.object({
  firstFrame: z.enum(['none', 'optional', 'required']),
  lastFrame: z.enum(['none', 'optional']),
  /** Most reference images besides first and last frame. */
  maxReferences: z.number().int().min(0),
  mimeTypes: z.array(z.string()),
  maxBytes: z.number().int().positive(),
  /** Pixels, the shorter side. */
  minSide: z.number().int().positive(),
});
export type ImageRules = z.infer<typeof imageRules>;

/** A finished video that a new one goes on from, for `extend-video`. */
const sourceVideoRulesSchema = z.object({
  mimeTypes: z.array(z.string()),
  maxBytes: z.number().int().positive(),
  minSeconds: z.number().min(0),
  maxSeconds: z.number().positive(),
  /** Only clips that this service made itself, and that were made in so many days; `null` without an end. */
  isOwnOnly: z.boolean(),
  withinDays: z.number().positive().nullable(),
});
export type SourceVideoRules = z.infer<typeof sourceVideoRulesSchema>;

/** Several shots in one video, written in the prompt as `shot 1, 3, words; shot 2, 2, words`. */
const multiShotRulesSchema = z.object({
  /** The switch that has to be on. */
  parameter: z.string().max(40),
  maxShots: z.number().int().min(2),
  /** Of one shot; together they are as long as the video. */
  minSeconds: z.number().positive(),
  /** Characters of one shot. */
  maxLength: z.number().int().positive(),
});
export type MultiShotRules = z.infer<typeof multiShotRulesSchema>;

/** The first rule whose conditions all hold gives the price. */
const priceRuleSchema = z.object({
  when: z.record(z.string(), parameterValueSchema),
  creditsPerSecond: z.number().min(0),
  /** Kinds of generation that it is for; all of them without it. */
  kinds: z.array(generationKindSchema).optional(),
});

export const modelDescriptorSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,59}$/),
  name: z.string().max(60),
  /** Changes whenever anything below changes; stored with each generation. */
  version: z.string().max(40),
  description: z.string().max(300),
  kinds: z.array(generationKindSchema).min(1),
  maxPromptLength: z.number().int().positive(),
  parameters: z.array(parameterDescriptorSchema),
  /** By kind; a kind that is not listed takes no images. */
  images: z.partialRecord(generationKindSchema, imageRules),
  sourceVideo: sourceVideoRulesSchema.optional(),
  multiShot: multiShotRulesSchema.optional(),
  prices: z.array(priceRuleSchema),
  /** Jobs of this model that the service runs at once for one account. */
  concurrency: z.number().int().positive(),
  /** A guess for the first job, in seconds of work for one second of video. */
  secondsPerSecond: z.number().positive(),
});
export type ModelDescriptor = z.infer<typeof modelDescriptorSchema>;
