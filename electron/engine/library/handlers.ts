// Answers the contract's calls that look through the library and open its files.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { HostedHandlers } from '#shared/contract/host.ts';
import { createFacets } from '../database/library-facets.ts';
import { readPage } from '../database/library-reads.ts';
import { countLibrary, readCounts } from '../database/library-sums.ts';
import type { EngineContext } from '../engine-context.ts';
import type { GenerationViews } from '../jobs/generation-views.ts';
import type { JobContext } from '../jobs/job-context.ts';
import type { Elsewhere } from '../sync/elsewhere.ts';
import { resolveMedia } from './resolve-media.ts';

export interface LibraryHandlerParts {
  readonly context: EngineContext;
  readonly jobs: Pick<JobContext, 'libraryChanged'>;
  readonly elsewhere: Pick<Elsewhere, 'posters'>;
  readonly views: Pick<GenerationViews, 'summary'>;
}

export function createLibraryHandlers({ context, jobs, elsewhere, views }: LibraryHandlerParts) {
  const { db, clock, fileIds } = context;
  const facets = createFacets(db);
  const places = {
    db,
    library: context.paths.library,
    libraryChanged: jobs.libraryChanged,
    findCloudPoster: elsewhere.posters.find,
    fileIds,
  };
  return {
    'library.page': (request) => {
      const { rows, nextCursor } = readPage(db, request, clock.now());
      return { items: rows.map((row) => views.summary(row)), nextCursor };
    },
    'library.count': (request, { signal }) =>
      countLibrary(db, request, { nowMs: clock.now(), signal }),
    'library.facets': async (request, { signal }) => ({
      groups: await facets.count(request, { nowMs: clock.now(), signal }),
    }),
    'library.counts': (_, { signal }) => readCounts(db, { signal }),
    'media.resolve': ({ kind, id }) => resolveMedia(places, kind, id),
  } satisfies Partial<EngineHandlers & HostedHandlers>;
}
