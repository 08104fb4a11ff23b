// A clip whose file is not where it was comes again from the cloud, while that holds it.
import { z } from 'zod';
import { generationIdSchema, taskIdSchema } from '../domain/ids.ts';
import { defineCommand } from './define.ts';

export const fetchAgainContract = {
  /**
   * Resolves with the task, which is the one under way when there is one already. Costs nothing, changes nothing but the file:
   * `conflict` while the clip has its file, `output-expired` when the cloud has none.
   */
  'clips.fetchAgain': defineCommand({
    input: z.object({ id: generationIdSchema }),
    output: z.object({ taskId: taskIdSchema }),
  }),
} as const;
