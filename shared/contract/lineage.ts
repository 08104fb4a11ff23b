// What a clip came from and what came of it.
import { z } from 'zod';
import { generationIdSchema } from '../domain/ids.ts';
import { defineQuery } from './define.ts';
import { generationSummarySchema } from './generation.ts';

/** The most that came of one clip and are told, newest first. */
export const mostDescendants = 50;

export const lineageContract = {
  'clips.lineage': defineQuery({
    input: z.object({ id: generationIdSchema }),
    output: z.object({
      /** `null` when it was made from nothing, or from a clip that is not here any more. */
      parent: generationSummarySchema.nullable(),
      isParentGone: z.boolean(),
      children: z.array(generationSummarySchema),
      /** Of all that came of it. */
      childCount: z.int(),
    }),
  }),
} as const;
