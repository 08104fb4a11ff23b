// Erasing a part of what there is: clips, what a filter finds, a kind of data, the trash. Always a plan first, then a task, then a
// receipt. The full wipe is `erasure.plan` and `erasure.order`.
import { z } from 'zod';
import { highestRating, mostClipsAtOnce } from '../domain/clip-change.ts';
import { erasableKinds, erasePlaces, keptKinds } from '../domain/erase-subject.ts';
import { generationIdSchema, grantIdSchema, taskIdSchema } from '../domain/ids.ts';
import { erasurePlanRowSchema, erasurePlanSchema } from './data.ts';
import { defineCommand, defineEvent, defineQuery } from './define.ts';
import { cleanUpRuleSchema } from './settings.ts';

/** Clips, also those without a result, that all of this is true of. What is still being made is never among them. */
const clipFilterSchema = z.object({
  madeBefore: z.iso.datetime().optional(),
  madeSince: z.iso.datetime().optional(),
  /** 0: only what has no rating. */
  ratedAtMost: z.int().min(0).max(highestRating).optional(),
  /** Of all results of a clip together. */
  largerThanBytes: z.int().min(0).optional(),
  keepFavourites: z.boolean().default(true),
});
export type ClipFilter = z.infer<typeof clipFilterSchema>;

const eraseSubjectSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('clips'),
    ids: z.array(generationIdSchema).min(1).max(mostClipsAtOnce),
  }),
  z.object({ type: z.literal('matching'), filter: clipFilterSchema }),
  z.object({ type: z.literal('trash'), trashedBefore: z.iso.datetime().optional() }),
  z.object({ type: z.literal('kind'), kind: z.enum(erasableKinds) }),
  /** Of everything that this device knows of; where they are erased is the cloud, whatever is said. */
  z.object({
    type: z.literal('cloud-copies'),
    /** Only these of the clips that the cloud alone has, by their ids in the list of those. */
    onlyThere: z.array(z.string().min(1).max(80)).min(1).max(mostClipsAtOnce).optional(),
  }),
]);
export type EraseSubject = z.infer<typeof eraseSubjectSchema>;

const place = z.enum(erasePlaces);
const amount = z.object({ count: z.int(), bytes: z.int() });

const erasePlanSchema = erasurePlanSchema.extend({
  goneNow: z.array(
    /** `why` says what becomes of it, where that is not plain. */
    erasurePlanRowSchema.extend({
      why: z.string().optional(),
      /** More exactly than the kind says. */
      thing: z.enum(keptKinds).optional(),
    }),
  ),
  where: place,
  /** With what belongs to them. */
  clipCount: z.int(),
  clipBytes: z.int(),
  /** Of the subject, those that the cloud holds, whether they are erased there or not. */
  inCloudCount: z.int(),
});
export type ErasePlan = z.infer<typeof erasePlanSchema>;

export const eraseReceiptSchema = z.object({
  id: z.string(),
  orderedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  subject: z.object({
    type: z.enum(['clips', 'matching', 'trash', 'kind', 'cloud-copies', 'rule']),
    kind: z.enum(erasableKinds).nullable(),
  }),
  where: place,
  wasCancelled: z.boolean(),
  removed: z.array(z.object({ kind: z.string(), count: z.int(), bytes: z.int() })),
  /** Files that resisted; they are tried again at each start. */
  filesLeft: z.int(),
  cloud: z.object({ asked: z.int(), confirmed: z.int() }),
  /** SHA-256 over what went; `null` until it has ended. */
  checksum: z.string().nullable(),
});
export type EraseReceipt = z.infer<typeof eraseReceiptSchema>;

export const eraseContract = {
  /** Counts and changes nothing. */
  'erase.plan': defineQuery({
    input: z.object({ subject: eraseSubjectSchema, where: place.default('both') }),
    output: erasePlanSchema,
    deadlineMs: 60_000,
  }),
  /**
   * Carries out a plan that was seen; `conflict` when it is not true any more. Asked for twice it is done once. From the reply on it
   * survives a crash; a cancelled task stops between two clips.
   */
  'erase.run': defineCommand({
    input: z.object({ planId: z.string().max(80) }),
    output: z.object({ taskId: taskIdSchema, receiptId: z.string() }),
    deadlineMs: 60_000,
  }),
  /** Newest first. No word of what was erased is in them. */
  'erase.receipts': defineQuery({
    input: z.object({ limit: z.int().min(1).max(500).default(100) }),
    output: z.object({ items: z.array(eraseReceiptSchema) }),
  }),
  /** As a JSON file, with what the cloud has confirmed. */
  'erase.saveReceipt': defineCommand({
    input: z.object({ id: z.string().max(80), grantId: grantIdSchema }),
    output: z.object({}),
  }),
  /** Clips that a rule would move to the trash now, and those that the trash would lose. Changes nothing. */
  'cleanUp.preview': defineQuery({
    input: z.object({
      rule: cleanUpRuleSchema.nullable(),
      trashDays: z.int().min(1).nullable(),
    }),
    output: z.object({ toTrash: amount, fromTrash: amount }),
    deadlineMs: 30_000,
  }),
  /** The words and pictures in the composer were erased. */
  'erase.draftCleared': defineEvent(z.object({})),
  /** A receipt is new or says more. */
  'erase.changed': defineEvent(z.object({})),
} as const;
