// Copies of clips for other places: one under a name that was chosen, several in a folder. Never in the place of a file that is there.
import { z } from 'zod';
import { generationIdSchema, grantIdSchema, taskIdSchema } from '../domain/ids.ts';
import { defineCommand } from './define.ts';

const mostSavedAtOnce = 10_000;

export const savedFilesSchema = z.object({
  count: z.int(),
  bytes: z.int(),
  /** Names of those whose file is not there, or is another one by now. */
  left: z.array(z.object({ name: z.string(), reason: z.enum(['missing', 'changed']) })),
});
export type SavedFiles = z.infer<typeof savedFilesSchema>;

export const filesOutContract = {
  /** The grant is for a folder, or for the name of a single file. A copy gets its name once its content is the one that the library knows. */
  'clips.saveElsewhere': defineCommand({
    input: z.object({
      ids: z.array(generationIdSchema).min(1).max(mostSavedAtOnce),
      grantId: grantIdSchema,
    }),
    output: z.object({ taskId: taskIdSchema }),
  }),
} as const;
