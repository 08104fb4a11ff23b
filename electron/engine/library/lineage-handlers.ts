// The call that tells what a clip came from and what came of it.
import { mostDescendants } from '#shared/contract/lineage.ts';
import type { Database } from '../database/database.ts';
import { requireGeneration } from '../database/generation-reads.ts';
import { countChildren, readChildren, readParent } from '../database/lineage-reads.ts';
import type { LineageHandlers } from '../engine-context.ts';
import type { GenerationViews } from '../jobs/generation-views.ts';

export function createLineageHandlers(
  { db }: { readonly db: Database },
  views: GenerationViews,
): LineageHandlers {
  return {
    'clips.lineage': ({ id }) => {
      const clip = requireGeneration(db, id);
      const parent = readParent(db, id);
      return {
        parent: parent ? views.summary(parent) : null,
        isParentGone: clip.parent_id !== null && !parent,
        children: readChildren(db, id, mostDescendants).map((row) => views.summary(row)),
        childCount: countChildren(db, id),
      };
    },
  };
}
