// Keeping reference images in order: finding them, what they were used for, another one in the place of one, parts of one.
import { z } from 'zod';
import { assetIdSchema } from '../domain/ids.ts';
import { defineCommand, defineQuery } from './define.ts';
import { assetSchema, generationSummarySchema } from './generation.ts';

const byId = z.object({ id: assetIdSchema });
const mostAtOnce = 200;

const keptAssetSchema = assetSchema.extend({
  isMissing: z.boolean(),
  /** The one that new clips use in its place. */
  replacedBy: z.object({ id: assetIdSchema, originalName: z.string() }).nullable(),
});
export type KeptAsset = z.infer<typeof keptAssetSchema>;

const wantedPageSchema = z.object({
  search: z.string().max(200).default(''),
  unusedOnly: z.boolean().default(false),
  cursor: z.string().max(60).nullable().default(null),
  limit: z.int().min(1).max(500).default(200),
});

export const assetsContract = {
  /** By name, newest first; those that were replaced come last. */
  'assets.find': defineQuery({
    input: wantedPageSchema,
    output: z.object({
      items: z.array(keptAssetSchema),
      nextCursor: z.string().nullable(),
      total: z.int(),
      /** Of all that match. */
      bytes: z.int(),
    }),
  }),
  /** Videos that serve as reference: the user's own, and clips that others go on from. Newest first. */
  'assets.videos': defineQuery({
    input: wantedPageSchema,
    output: z.object({
      items: z.array(z.object({ clip: generationSummarySchema, usedBy: z.int() })),
      nextCursor: z.string().nullable(),
      total: z.int(),
    }),
  }),
  /** One of them, however many there are. */
  'assets.kept': defineQuery({ input: byId, output: keptAssetSchema }),
  /** Clips that were made with it, newest first. */
  'assets.uses': defineQuery({
    input: byId.extend({ limit: z.int().min(1).max(200).default(60) }),
    output: z.object({ items: z.array(generationSummarySchema), total: z.int() }),
  }),
  /** What stands for these in a new clip; those that are gone are left out. */
  'assets.current': defineQuery({
    input: z.object({ ids: z.array(assetIdSchema).max(mostAtOnce) }),
    output: z.object({ items: z.array(z.object({ id: assetIdSchema, current: assetSchema })) }),
  }),
  /** New clips use the other one; clips that were made keep theirs. `null` takes it back. */
  'assets.replace': defineCommand({
    input: byId.extend({ by: assetIdSchema.nullable() }),
    output: keptAssetSchema,
  }),
  'assets.rename': defineCommand({
    input: byId.extend({ name: z.string().trim().min(1).max(200) }),
    output: keptAssetSchema,
  }),
  /** A part of it as an image of its own, in pixels of the image as it is shown. */
  'assets.crop': defineCommand({
    input: byId.extend({
      left: z.int().min(0),
      top: z.int().min(0),
      width: z.int().min(1),
      height: z.int().min(1),
    }),
    output: assetSchema,
    deadlineMs: 60_000,
  }),
  /** From this device. `conflict` when a clip was made with one of them. */
  'assets.erase': defineCommand({
    input: z.object({ ids: z.array(assetIdSchema).min(1).max(mostAtOnce) }),
    output: z.object({ count: z.int(), bytes: z.int() }),
  }),
} as const;
