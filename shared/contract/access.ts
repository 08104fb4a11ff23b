// The right of access: asking the cloud for everything that it holds, and what came of it.
import { z } from 'zod';
import { defineCommand, defineEvent, defineQuery } from './define.ts';

const accessStateSchema = z.object({
  /** This cloud can be asked. */
  isOffered: z.boolean(),
  /** The last request; `null` before the first. */
  request: z
    .object({
      state: z.enum(['preparing', 'fetched', 'expired']),
      requestedAt: z.iso.datetime(),
      /** By when the cloud has to be ready. */
      dueAt: z.iso.datetime(),
      nextTryAt: z.iso.datetime().nullable(),
      /** A code of `errorCodes`. */
      problem: z.string().nullable(),
    })
    .nullable(),
  /** What is kept here of the last answer; `null` without one, or when it was erased. */
  held: z
    .object({
      fetchedAt: z.iso.datetime(),
      counts: z.array(z.object({ kind: z.string(), count: z.number().int() })),
      /** Of those, what this device does not have. */
      onlyThere: z.object({ clips: z.number().int(), images: z.number().int() }),
    })
    .nullable(),
});
export type AccessState = z.infer<typeof accessStateSchema>;

export const accessContract = {
  'access.state': defineQuery({ input: z.object({}), output: accessStateSchema }),
  /** Asks; what comes is fetched by itself, also after a restart. */
  'access.ask': defineCommand({
    input: z.object({}),
    output: accessStateSchema,
    deadlineMs: 60_000,
  }),
  'access.changed': defineEvent(accessStateSchema),
} as const;
