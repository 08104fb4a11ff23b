// The library in the order in which it is looked at: all ids at once, the clips themselves only around what is in sight, so that the
// far end of a large library is as near as the first page. The grid and the viewer read the same order, so that "next" in the viewer is
// what follows in the grid.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { firstClips } from '../ahead.ts';
import { rest, useStudioQuery } from '../engine/queries.ts';
import { call } from '../engine/studio.ts';
import {
  emptyOrder,
  type DayRun,
  joinOrders,
  joinRuns,
  jobsOnTop,
  type LibraryOrder,
  orderOf,
  sameOrder,
} from './library-order.ts';
import { type LibraryFilter, searchOf, useLibraryView } from './library-view.ts';

export interface LibraryList {
  /** With the jobs under way on top, where the order is by time. */
  readonly ids: readonly GenerationId[];
  /** Over all ids; their days follow the calendar only where the order is by time. */
  readonly days: readonly DayRun[];
  /** Clips that follow and whose place is not known yet. */
  readonly pending: number;
  /** Clips that are read already: the first page, and the jobs. */
  readonly first: readonly GenerationSummary[];
  readonly isLoading: boolean;
  /** The clips of the search before are still shown. */
  readonly isStale: boolean;
  readonly error: AppError | null;
  /** The whole order, when it is not there yet; for "select all". */
  readonly readAll: () => Promise<readonly GenerationId[]>;
  readonly retry: () => void;
}

export function useLibraryFilter(): LibraryFilter {
  const search = useLibraryView((view) => view.search);
  const sort = useLibraryView((view) => view.sort);
  const place = useLibraryView((view) => view.place);
  const filters = useLibraryView((view) => view.filters);
  const collection = useLibraryView((view) => view.collection);
  return useMemo(
    () => ({ search, sort, place, filters, collection }),
    [search, sort, place, filters, collection],
  );
}

const asked = (filter: Omit<LibraryFilter, 'sort'>) => ({
  search: searchOf(filter),
  favouritesOnly: filter.place === 'favourites',
  inTrash: filter.place === 'trash',
  collectionId: filter.collection,
});

/** The clips that were found are painted first, and the next letter may follow: what else belongs to a search is read after it. */
const afterClipsMs = 60;

function useAfterClips(filter: LibraryFilter) {
  const page = useFirstPage(filter);
  const isShown = !page.isPending && !page.isPlaceholderData;
  return { keepsPrevious: true, enabled: isShown, waitMs: afterClipsMs };
}

export function useLibraryCount(filter: LibraryFilter) {
  return useStudioQuery('library.count', asked(filter), useAfterClips(filter)).data;
}

/** How many of what is found have each value. */
export function useLibraryFacets(filter: LibraryFilter) {
  return useStudioQuery('library.facets', asked(filter), useAfterClips(filter)).data?.groups;
}

/** Enough for the first sight, which does not wait for the rest. Asked with the start of the app for the library as it begins. */
export const firstPageOf = (filter: LibraryFilter) =>
  ({ sort: filter.sort, ...asked(filter), cursor: null, limit: firstClips.limit }) as const;

function useFirstPage(filter: LibraryFilter) {
  return useStudioQuery('library.page', firstPageOf(filter), { keepsPrevious: true });
}

export function useLibraryList(filter: LibraryFilter): LibraryList {
  const page = useFirstPage(filter);
  const whole = useQuery<LibraryOrder, AppError>({
    queryKey: ['library.order', filter],
    queryFn: async ({ signal }) => {
      await rest(afterClipsMs, signal);
      return readOrder(filter, signal);
    },
    structuralSharing: (before, after) =>
      sameOrder(before as LibraryOrder | undefined, after as LibraryOrder),
    enabled: page.data?.nextCursor !== null && !page.isPlaceholderData,
  });
  const jobs = useJobs(filter);
  const total = useLibraryCount(filter)?.total;
  const saved = page.data?.items ?? noClips;
  const isPageAll = page.data?.nextCursor === null;
  const known = isPageAll || page.isPlaceholderData ? undefined : whole.data;
  const order = useMemo(() => {
    const below = known ?? (saved.length === 0 ? emptyOrder : orderOf(saved));
    const above = jobsOnTop(jobs, below);
    return { ...joinOrders(orderOf(above), below), first: [...above, ...saved] };
  }, [jobs, known, saved]);
  const { refetch } = page;
  return {
    ...order,
    // The count may be a moment older than the list: at least one while there is more.
    pending: isPageAll || known ? 0 : Math.max(page.data ? 1 : 0, (total ?? 0) - saved.length),
    isLoading: page.isPending,
    isStale: page.isPlaceholderData,
    error: page.error,
    readAll: async () => (known || isPageAll ? order.ids : (await readOrder(filter)).ids),
    retry: () => void refetch(),
  };
}

async function readOrder(filter: LibraryFilter, signal?: AbortSignal): Promise<LibraryOrder> {
  const ids: GenerationId[] = [];
  const days: DayRun[] = [];
  let cursor: string | null = null;
  do {
    const input = { sort: filter.sort, ...asked(filter), cursor };
    const part: StudioOutput<'library.order'> = await call('library.order', input, signal);
    for (const id of part.ids) ids.push(id);
    for (const run of part.days) days.push(run);
    cursor = part.nextCursor;
  } while (cursor !== null);
  return { ids, days: joinRuns(days) };
}

const noClips: readonly GenerationSummary[] = [];

/** Jobs have their place in the library before they have a file: on top, where the clip will be. */
function useJobs(filter: LibraryFilter): readonly GenerationSummary[] {
  const isWhole =
    searchOf(filter).trim() === '' && filter.place === 'all' && filter.collection === null;
  const isShown = isWhole && filter.sort === 'newest';
  const queue = useStudioQuery('generations.queue', {}, { enabled: isShown });
  return isShown ? (queue.data?.active ?? noClips) : noClips;
}
