// Where the space goes: by month and by model, what is largest, what is there twice, what only the cloud has, and what could go.
import { z } from 'zod';
import { cleanUps } from '../domain/clean-ups.ts';
import { generationIdSchema } from '../domain/ids.ts';
import { defineQuery } from './define.ts';

const amount = z.object({ count: z.int(), bytes: z.int() });
const share = amount.extend({ name: z.string() });

const storageSchema = z.object({
  /** Newest first; `2026-11`. */
  months: z.array(share),
  /** Largest first. */
  models: z.array(share),
  largest: z.array(
    z.object({
      generationId: generationIdSchema,
      outputId: z.string(),
      hasPoster: z.boolean(),
      title: z.string(),
      bytes: z.int(),
      savedAt: z.iso.datetime(),
    }),
  ),
  /** Videos with the same content as another; `bytes` is what all but one of each take. */
  duplicates: amount,
  /** The largest of them: which clip of each stays, and clips that could go because they hold nothing else. */
  twins: z.array(
    z.object({
      bytes: z.int(),
      kept: z.string(),
      spare: z.array(
        z.object({
          generationId: generationIdSchema,
          outputId: z.string(),
          hasPoster: z.boolean(),
          title: z.string(),
          savedAt: z.iso.datetime(),
        }),
      ),
    }),
  ),
  onlyInCloud: amount,
  suggestions: z.array(amount.extend({ id: z.enum(cleanUps) })),
});
export type Storage = z.infer<typeof storageSchema>;

export const storageContract = {
  'data.storage': defineQuery({ input: z.object({}), output: storageSchema, deadlineMs: 30_000 }),
} as const;
