// Deletions in the cloud: asking for them, how each stands, and the receipts.
import { z } from 'zod';
import { mostClipsAtOnce } from '../domain/clip-change.ts';
import { generationIdSchema, grantIdSchema } from '../domain/ids.ts';
import { retainedSchema } from '../gateway/erasure.ts';
import { defineCommand, defineEvent, defineQuery } from './define.ts';

const cloudErasureStateSchema = z.enum(['waiting', 'accepted', 'confirmed']);

/** How the deletion of one clip's cloud copy stands. */
export const clipErasureSchema = z.object({
  id: z.string(),
  state: cloudErasureStateSchema,
  requestedAt: z.iso.datetime(),
  nextTryAt: z.iso.datetime().nullable(),
  /** Why the last try did not end it; a code of `errorCodes`. */
  problem: z.string().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  /** Until when backups of the cloud hold it; `null` where they do not, or not any more. */
  backupsUntil: z.iso.datetime().nullable(),
});
export type ClipErasure = z.infer<typeof clipErasureSchema>;

const cloudReceiptSchema = z.object({
  id: z.string(),
  erasedAt: z.iso.datetime(),
  where: z.string().nullable(),
  counts: z.array(z.object({ what: z.string(), count: z.number().int() })),
  retained: z.array(retainedSchema),
  signature: z.enum(['valid', 'unsigned', 'unknown-key', 'invalid']),
});

const cloudErasureSchema = clipErasureSchema.extend({
  /** Asked by a wipe of this device; it outlives the library. */
  isOfWipe: z.boolean(),
  /** `kept-here`: by the wish to keep results on this device only. */
  cause: z.enum(['asked', 'kept-here']),
  attempts: z.number().int(),
  subjects: z.object({
    clips: z.number().int(),
    assets: z.number().int(),
    /** What was said of clips that stay. */
    ratings: z.number().int(),
    isEverything: z.boolean(),
  }),
  /** The only clip it is about, when that is still in the library. */
  clip: z.object({ id: generationIdSchema, title: z.string() }).nullable(),
  /** Host name of the cloud; `null` for the one on this device, or before it was first asked. */
  host: z.string().nullable(),
  backupsPurgedAt: z.iso.datetime().nullable(),
  receipt: cloudReceiptSchema.nullable(),
});
export type CloudErasure = z.infer<typeof cloudErasureSchema>;

const erasuresWaitingSchema = z.object({
  /** Deletions that no cloud has confirmed. */
  count: z.number().int(),
  clips: z.number().int(),
  isEverything: z.boolean(),
  oldestAt: z.iso.datetime().nullable(),
  nextTryAt: z.iso.datetime().nullable(),
  problem: z.string().nullable(),
});
export type ErasuresWaiting = z.infer<typeof erasuresWaitingSchema>;

export const erasuresContract = {
  /** Those that wait come first, then the newest. */
  'erasures.list': defineQuery({
    input: z.object({
      limit: z.number().int().min(1).max(500).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({
      items: z.array(cloudErasureSchema),
      total: z.number().int(),
      waiting: erasuresWaitingSchema,
    }),
  }),
  /** Erases the copies that the cloud holds of these clips; the clips stay on this device. One still under way follows when it is here. */
  'erasures.keepHere': defineCommand({
    input: z.object({ ids: z.array(generationIdSchema).min(1).max(mostClipsAtOnce) }),
    output: z.object({ asked: z.number().int(), later: z.number().int() }),
  }),
  /** Tries everything that waits once, now. */
  'erasures.tryNow': defineCommand({
    input: z.object({}),
    output: erasuresWaitingSchema,
    deadlineMs: 120_000,
  }),
  /** Writes the cloud's own words, with the key they were checked with, into a file of the user's choice. */
  'erasures.saveReceipt': defineCommand({
    input: z.object({ id: z.string().max(80), grantId: grantIdSchema }),
    output: z.object({ fileName: z.string() }),
  }),
  'erasures.changed': defineEvent(erasuresWaitingSchema),
} as const;
