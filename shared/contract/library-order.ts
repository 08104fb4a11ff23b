// The library as a whole, without its rows: which clips there are, in order, and what a selection of them adds up to. The grid lays
// out all of it at once and asks for the rows that are in sight.
import { z } from 'zod';
import { labels, mostClipsAtOnce } from '../domain/clip-change.ts';
import { generationIdSchema } from '../domain/ids.ts';
import { defineQuery } from './define.ts';
import { generationSummarySchema } from './generation.ts';
import { sortOrders } from './sort-orders.ts';
import { whichClips } from './which-clips.ts';

/** The most ids in one answer, and the most rows. */
const longestOrder = 5_000;
const mostRows = 200;

const selectionSumsSchema = z.object({
  durationMs: z.int(),
  bytes: z.int(),
  areFavourites: z.boolean(),
  /** `null` when they differ. */
  rating: z.int().nullable(),
  /** Absent when they differ, `null` when none has one. */
  label: z.enum(labels).nullable().optional(),
  /** Not one of them has a result. */
  areUnfinished: z.boolean(),
});
export type SelectionSums = z.infer<typeof selectionSumsSchema>;

export const libraryOrderContract = {
  /** Ids in the order of `library.page`. */
  'library.order': defineQuery({
    input: z.object({
      ...whichClips,
      sort: z.enum(sortOrders).default('newest'),
      cursor: z.string().max(1000).nullable().default(null),
      limit: z.int().min(1).max(longestOrder).default(longestOrder),
    }),
    output: z.object({
      ids: z.array(generationIdSchema),
      /** Days on the calendar of this machine, in the order of the ids, each with how many of them follow each other. */
      days: z.array(z.object({ day: z.string(), count: z.int() })),
      nextCursor: z.string().nullable(),
    }),
  }),
  /** In the order of the ids; what is not here any more is left out. */
  'library.rows': defineQuery({
    input: z.object({ ids: z.array(generationIdSchema).max(mostRows) }),
    output: z.object({ items: z.array(generationSummarySchema) }),
  }),
  /** The takes of the same press of Generate that came to something or still may, in their order; none when the clip was made alone. */
  'clips.takes': defineQuery({
    input: z.object({ id: generationIdSchema }),
    output: z.object({ items: z.array(generationSummarySchema) }),
  }),
  'clips.sums': defineQuery({
    input: z.object({ ids: z.array(generationIdSchema).max(mostClipsAtOnce) }),
    output: selectionSumsSchema,
  }),
} as const;
