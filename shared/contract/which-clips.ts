// Which clips are meant when the library is asked: a search, a place, a collection. The same for its pages, its order and its counts.
import { z } from 'zod';
import { collectionIdSchema } from '../domain/ids.ts';
import { longestSearch } from '../domain/query/edit-query.ts';

export const whichClips = {
  search: z.string().max(longestSearch).default(''),
  favouritesOnly: z.boolean().default(false),
  inTrash: z.boolean().default(false),
  /** Only what is in it; one that does not exist any more is empty. */
  collectionId: collectionIdSchema.nullable().default(null),
};
