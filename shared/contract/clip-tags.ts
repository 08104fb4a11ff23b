// The tags of each of some clips, for lines that show them.
import { z } from 'zod';
import { generationIdSchema } from '../domain/ids.ts';
import { defineQuery } from './define.ts';

export const clipTagsContract = {
  /** Clips without tags are left out. */
  'tags.byClip': defineQuery({
    input: z.object({ ids: z.array(generationIdSchema).max(200) }),
    output: z.object({
      items: z.array(z.object({ id: generationIdSchema, names: z.array(z.string()) })),
    }),
  }),
} as const;
