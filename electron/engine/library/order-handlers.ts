// The calls with which the grid lays out the whole library and reads the rows in sight.
import type { LibraryOrderHandlers } from '../engine-context.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { readOrder, readRows, readTakes, sumSelection } from '../database/library-order.ts';
import type { GenerationViews } from '../jobs/generation-views.ts';

export interface OrderDeps {
  readonly db: Database;
  readonly clock: Clock;
}

export function createLibraryOrderHandlers(
  { db, clock }: OrderDeps,
  views: GenerationViews,
): LibraryOrderHandlers {
  return {
    'library.order': (request) => readOrder(db, request, clock.now()),
    'library.rows': ({ ids }) => ({
      items: readRows(db, ids).map((row) => views.summary(row)),
    }),
    'clips.takes': ({ id }) => ({
      items: readTakes(db, id).map((row) => views.summary(row)),
    }),
    'clips.sums': ({ ids }) => sumSelection(db, ids),
  };
}
