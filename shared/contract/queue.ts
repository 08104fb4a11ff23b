// The queue as a whole: whether it starts anything, and where a job can go in it.
import { z } from 'zod';
import { generationIdSchema } from '../domain/ids.ts';

export const queueStateSchema = z.object({
  /** Set while nothing new is started. */
  pause: z
    .object({
      /** `crashes`: the engine died more than once while it worked on the same job. */
      cause: z.enum(['user', 'crashes']),
      since: z.iso.datetime(),
      /** The jobs that it died over. */
      suspects: z.array(z.object({ id: generationIdSchema, name: z.string() })),
    })
    .nullable(),
});
export type QueueState = z.infer<typeof queueStateSchema>;

export const queueTargetSchema = z.discriminatedUnion('at', [
  z.object({ at: z.enum(['front', 'back']) }),
  z.object({ at: z.enum(['before', 'after']), id: generationIdSchema }),
]);
