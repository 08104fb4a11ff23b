// The images that are looked for, a page at a time, as far as somebody scrolls.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { KeptAsset } from '#shared/contract/assets.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../engine/studio.ts';

type Page = StudioOutput<'assets.find'>;

export interface FoundAssets {
  readonly items: readonly KeptAsset[];
  /** `null` until it is known. */
  readonly total: number | null;
  readonly error: AppError | null;
  readonly isPending: boolean;
  readonly isFetchingMore: boolean;
  readonly fetchMore: () => void;
  readonly retry: () => void;
}

const none: readonly Page[] = [];

export function useFoundAssets(search: string, unusedOnly: boolean): FoundAssets {
  const found = useInfiniteQuery<
    Page,
    AppError,
    { readonly pages: readonly Page[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['assets.find', { search, unusedOnly }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call('assets.find', { search, unusedOnly, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const pages = found.data?.pages ?? none;
  const items = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = found;
  return {
    items,
    total: pages[0]?.total ?? null,
    error: found.error,
    isPending: found.isPending,
    isFetchingMore: isFetchingNextPage,
    fetchMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    retry: () => void refetch(),
  };
}
