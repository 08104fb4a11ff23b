// Keeping clips in order: ratings, labels, tags, words, the trash, and the way back from each.
import { z } from 'zod';
import {
  clipChangeTypes,
  highestRating,
  labels,
  longestNotes,
  longestTag,
  longestTitle,
  mostClipsAtOnce,
  mostTags,
  tidyTag,
} from '../domain/clip-change.ts';
import { collectionChangeTypes } from '../domain/collections.ts';
import { collectionIdSchema, generationIdSchema } from '../domain/ids.ts';
import { defineCommand, defineQuery } from './define.ts';

const tags = z.array(z.string().max(longestTag).transform(tidyTag)).max(mostTags).default([]);

const clipChangeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('favourite'), isFavourite: z.boolean() }),
  z.object({ type: z.literal('rate'), rating: z.int().min(0).max(highestRating) }),
  z.object({ type: z.literal('label'), label: z.enum(labels).nullable() }),
  z.object({ type: z.literal('title'), title: z.string().trim().max(longestTitle) }),
  z.object({ type: z.literal('notes'), notes: z.string().max(longestNotes) }),
  z.object({ type: z.literal('tag'), add: tags, remove: tags }),
  /** Out of the library, counts and search; the files stay until the trash is emptied. */
  z.object({ type: z.literal('trash') }),
  z.object({ type: z.literal('restore') }),
  /** Into a collection, at its end. */
  z.object({ type: z.literal('collect'), collectionId: collectionIdSchema }),
  z.object({ type: z.literal('uncollect'), collectionId: collectionIdSchema }),
  /** To another place in a collection that has them; `null` for its end. */
  z.object({
    type: z.literal('arrange'),
    collectionId: collectionIdSchema,
    before: generationIdSchema.nullable(),
  }),
]);
export type ClipChange = z.infer<typeof clipChangeSchema>;

const changeStepSchema = z.object({
  /** For `changes.undo`, while the engine runs. */
  stepId: z.int(),
  type: z.enum([...clipChangeTypes, ...collectionChangeTypes]),
  /** Clips that are different now. */
  count: z.int(),
});
export type ChangeStep = z.infer<typeof changeStepSchema>;

export const changedSchema = z.object({
  /** `null` when nothing had to be changed. */
  step: changeStepSchema.nullable(),
});

export const organiseContract = {
  /** All of them in one transaction. Clips that are not here any more are passed over. */
  'clips.change': defineCommand({
    input: z.object({
      ids: z.array(generationIdSchema).min(1).max(mostClipsAtOnce),
      change: clipChangeSchema,
    }),
    output: changedSchema,
    deadlineMs: 60_000,
  }),
  /**
   * Takes back the last step, or the one that is named. What was changed again since stays as it is.
   * Steps are forgotten when the app ends.
   */
  'changes.undo': defineCommand({
    input: z.object({ stepId: z.int().nullable().default(null) }),
    output: changedSchema,
    deadlineMs: 60_000,
  }),
  'changes.redo': defineCommand({ input: z.object({}), output: changedSchema, deadlineMs: 60_000 }),
  /** On these clips, each with how many of them have it. */
  'tags.ofClips': defineQuery({
    input: z.object({ ids: z.array(generationIdSchema).max(mostClipsAtOnce) }),
    output: z.object({ items: z.array(z.object({ name: z.string(), count: z.int() })) }),
  }),
  /** In use, most used first. */
  'tags.list': defineQuery({
    input: z.object({ limit: z.int().min(1).max(1000).default(200) }),
    output: z.object({ items: z.array(z.object({ name: z.string(), count: z.int() })) }),
  }),
} as const;
