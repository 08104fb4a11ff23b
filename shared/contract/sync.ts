// Clips made elsewhere with the same account: how the list of them is kept up to date, and how they come to this device.
import { z } from 'zod';
import { generationIdSchema, outputIdSchema } from '../domain/ids.ts';
import { errorCodes } from '../errors.ts';
import { generationKindSchema } from '../gateway/model.ts';
import { defineCommand, defineEvent, defineQuery } from './define.ts';

const syncStateSchema = z.object({
  /** `false` for a service that tells no history. */
  isOffered: z.boolean(),
  isRunning: z.boolean(),
  /** When the whole of what is new was read without a problem. */
  succeededAt: z.iso.datetime().nullable(),
  /** Why the last attempt ended early; nothing local was changed by what was wrong. */
  problem: z.object({ code: z.enum(errorCodes), message: z.string() }).nullable(),
  /** Entries of the last answers that made no sense and were left out. */
  unreadable: z.number().int(),
  /** Clips known to be in the cloud that its complete list did not have; they are kept. */
  notTold: z.number().int(),
});
export type SyncState = z.infer<typeof syncStateSchema>;

const cloudClipSchema = z.object({
  /** The id that the clip has in the library once it is here. */
  id: generationIdSchema,
  prompt: z.string(),
  kind: generationKindSchema,
  modelName: z.string(),
  createdAt: z.iso.datetime(),
  /** When the cloud removes it by itself; `null` when it does not. */
  expiresAt: z.iso.datetime().nullable(),
  sizeBytes: z.number().int(),
  durationMs: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  /** For `media://poster/`; the picture is fetched when it is asked for. */
  posterId: outputIdSchema,
});
export type CloudClip = z.infer<typeof cloudClipSchema>;

export const syncContract = {
  'sync.state': defineQuery({ input: z.object({}), output: syncStateSchema }),
  /** Looks for clips made elsewhere now, from the beginning of the list; resolves with what came of it. */
  'sync.run': defineCommand({
    input: z.object({}),
    output: syncStateSchema,
    deadlineMs: 600_000,
  }),
  /** What only the cloud has; what goes first comes first. */
  'cloud.onlyThere': defineQuery({
    input: z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({
      items: z.array(cloudClipSchema),
      total: z.number().int(),
      bytes: z.number().int(),
      /** The first end of all; `null` when none ends by itself. */
      firstExpiresAt: z.iso.datetime().nullable(),
      /** Those that the cloud removes within the next days. */
      atRisk: z.number().int(),
    }),
  }),
  /** Puts them into the queue; all of them without ids. */
  'cloud.download': defineCommand({
    input: z.object({ ids: z.array(generationIdSchema).max(500).nullable().default(null) }),
    output: z.object({ count: z.number().int() }),
    deadlineMs: 60_000,
  }),
  'sync.changed': defineEvent(syncStateSchema),
  /** What only the cloud has is different now. */
  'cloud.onlyThereChanged': defineEvent(z.object({ total: z.number().int() })),
} as const;
