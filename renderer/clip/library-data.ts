// The clips of the library in the order in which they are looked at, read window by window; and what the list adds up to.
// The grid and the viewer read the same list, so that "next" in the viewer is what follows in the grid.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { call } from '../engine/studio.ts';
import { mergeJobs } from './library-list.ts';
import { type LibraryFilter, searchOf, useLibraryView } from './library-view.ts';

type Page = StudioOutput<'library.page'>;

/** A stretch of the list that is read and drawn in one go. */
interface Stretch {
  readonly cursor: string | null;
  readonly size: number;
}

/** Enough for the first sight; then twice as many each time, so that the far end of a large library is a few steps away. */
const firstStretch: Stretch = { cursor: null, size: 100 };
const longestStretch = 6_400;
/** The most that one call answers. */
const callSize = 200;

async function readStretch(filter: LibraryFilter, stretch: Stretch, signal: AbortSignal) {
  const items: GenerationSummary[] = [];
  let { cursor } = stretch;
  do {
    const limit = Math.min(callSize, stretch.size - items.length);
    const input = { sort: filter.sort, ...asked(filter), cursor, limit };
    const page: Page = await call('library.page', input, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < stretch.size);
  return { items, nextCursor: cursor };
}

export interface LibraryList {
  /** With the jobs under way on top, where the order is by time. */
  readonly clips: readonly GenerationSummary[];
  /** Clips that follow and are not read yet. */
  readonly pending: number;
  readonly isLoading: boolean;
  /** The clips of the search before are still shown. */
  readonly isStale: boolean;
  readonly error: AppError | null;
  readonly hasMore: boolean;
  readonly readMore: () => void;
  /** Reads to the end; for "select all". */
  readonly readAll: () => Promise<readonly GenerationSummary[]>;
  readonly retry: () => void;
}

export function useLibraryFilter(): LibraryFilter {
  const search = useLibraryView((view) => view.search);
  const sort = useLibraryView((view) => view.sort);
  const place = useLibraryView((view) => view.place);
  const filters = useLibraryView((view) => view.filters);
  return useMemo(() => ({ search, sort, place, filters }), [search, sort, place, filters]);
}

const asked = (filter: Omit<LibraryFilter, 'sort'>) => ({
  search: searchOf(filter),
  favouritesOnly: filter.place === 'favourites',
  inTrash: filter.place === 'trash',
});

export function useLibraryCount(filter: LibraryFilter) {
  return useStudioQuery('library.count', asked(filter), { keepsPrevious: true }).data;
}

/** How many of what is found have each value. */
export function useLibraryFacets(filter: LibraryFilter) {
  return useStudioQuery('library.facets', asked(filter), { keepsPrevious: true }).data?.groups;
}

export function useLibraryList(filter: LibraryFilter): LibraryList {
  const pages = useInfiniteQuery<
    Page,
    AppError,
    { readonly pages: readonly Page[] },
    readonly unknown[],
    Stretch
  >({
    queryKey: ['library.page', filter],
    queryFn: ({ pageParam, signal }) => readStretch(filter, pageParam, signal),
    initialPageParam: firstStretch,
    getNextPageParam: ({ nextCursor }, _all, { size }) =>
      nextCursor === null ? null : { cursor: nextCursor, size: Math.min(longestStretch, size * 2) },
    placeholderData: keepPreviousData,
  });
  const jobs = useJobs(filter);
  const total = useLibraryCount(filter)?.total;
  const saved = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  const clips = useMemo(() => mergeJobs(jobs, saved), [jobs, saved]);
  const { hasNextPage, isFetching, fetchNextPage, refetch } = pages;
  return {
    clips,
    // The count may be a moment older than the list: at least one while there is more.
    pending: hasNextPage ? Math.max(1, (total ?? 0) - saved.length) : 0,
    isLoading: pages.isPending,
    isStale: pages.isPlaceholderData,
    error: pages.error,
    hasMore: hasNextPage,
    readMore: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
    readAll: async () => {
      let last = await fetchNextPage();
      while (last.hasNextPage && !last.isError) last = await fetchNextPage();
      return mergeJobs(jobs, last.data?.pages.flatMap(({ items }) => items) ?? saved);
    },
    retry: () => void refetch(),
  };
}

const noJobs: readonly GenerationSummary[] = [];

/** Jobs have their place in the library before they have a file: on top, where the clip will be. */
function useJobs(filter: LibraryFilter): readonly GenerationSummary[] {
  const isWhole = searchOf(filter).trim() === '' && filter.place === 'all';
  const isShown = isWhole && filter.sort === 'newest';
  const queue = useStudioQuery('generations.queue', {}, { enabled: isShown });
  return isShown ? (queue.data?.active ?? noJobs) : noJobs;
}
