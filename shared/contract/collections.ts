// Collections of clips, ordered by hand, and searches that are kept under a name. What is in a collection is changed with
// `clips.change`, and every change of a collection can be undone.
import { z } from 'zod';
import { longestName, tidyName } from '../domain/collections.ts';
import { collectionIdSchema, outputIdSchema, savedSearchIdSchema } from '../domain/ids.ts';
import { longestSearch } from '../domain/query/edit-query.ts';
import { defineCommand, defineQuery } from './define.ts';
import { changedSchema } from './organise.ts';
import { sortOrders } from './sort-orders.ts';

const name = z.string().max(10_000).transform(tidyName).pipe(z.string().min(1).max(longestName));

const collectionSchema = z.object({
  id: collectionIdSchema,
  name: z.string(),
  /** In the library; those in the trash are not counted. */
  count: z.int(),
  /** The first clip that has a poster. */
  coverId: outputIdSchema.nullable(),
  createdAt: z.iso.datetime(),
});
export type Collection = z.infer<typeof collectionSchema>;

const savedSearchSchema = z.object({
  id: savedSearchIdSchema,
  name: z.string(),
  search: z.string(),
  sort: z.enum(sortOrders),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

const byCollection = z.object({ id: collectionIdSchema });

export const collectionsContract = {
  /** In the order in which they were made. */
  'collections.list': defineQuery({
    input: z.object({}),
    output: z.object({ items: z.array(collectionSchema) }),
  }),
  'collections.create': defineCommand({
    input: z.object({ name }),
    output: changedSchema.extend({ collection: collectionSchema }),
  }),
  'collections.rename': defineCommand({
    input: byCollection.extend({ name }),
    output: changedSchema,
  }),
  /** The clips stay in the library. */
  'collections.delete': defineCommand({
    input: byCollection,
    output: changedSchema,
    deadlineMs: 60_000,
  }),
  'searches.list': defineQuery({
    input: z.object({}),
    output: z.object({ items: z.array(savedSearchSchema) }),
  }),
  /** With the id of one that was deleted it comes back. */
  'searches.save': defineCommand({
    input: z.object({
      id: savedSearchIdSchema.optional(),
      name,
      search: z.string().trim().min(1).max(longestSearch),
      sort: z.enum(sortOrders).default('newest'),
    }),
    output: savedSearchSchema,
  }),
  'searches.delete': defineCommand({
    input: z.object({ id: savedSearchIdSchema }),
    output: z.object({}),
  }),
} as const;
