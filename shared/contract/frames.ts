// Single frames of clips, taken from the picture in the window.
import { z } from 'zod';
import { generationIdSchema } from '../domain/ids.ts';
import { defineCommand } from './define.ts';
import { assetSchema } from './generation.ts';

/** Of the text that carries a picture of 50 MB, the most that the library takes as an image. */
const longestFrame = Math.ceil((50 * 1024 * 1024) / 3) * 4;

export const framesContract = {
  /** Keeps a frame among the images; one that is there already is not kept twice. */
  'assets.addFrame': defineCommand({
    input: z.object({
      /** The clip that it was taken from; gives the image its name. */
      id: generationIdSchema,
      /** From 1. */
      number: z.int().min(1).max(1_000_000),
      /** A PNG in base64. */
      png: z.string().min(1).max(longestFrame),
    }),
    output: assetSchema,
    deadlineMs: 60_000,
  }),
} as const;
