// The images, or videos, that are looked for, a page at a time, as far as somebody scrolls.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { KeptAsset } from '#shared/contract/assets.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../engine/studio.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

export interface Found<Item> {
  readonly items: readonly Item[];
  /** `null` until it is known. */
  readonly total: number | null;
  readonly error: AppError | null;
  readonly isPending: boolean;
  readonly isFetchingMore: boolean;
  readonly fetchMore: () => void;
  readonly retry: () => void;
}

export type ReferenceVideo = StudioOutput<'assets.videos'>['items'][number];

export interface Wanted {
  readonly search: string;
  readonly unusedOnly: boolean;
}

export function useFoundAssets(wanted: Wanted): Found<KeptAsset> {
  return useFound('assets.find', wanted, (cursor, signal) =>
    call('assets.find', { ...wanted, cursor }, signal),
  );
}

export function useFoundVideos(wanted: Wanted): Found<ReferenceVideo> {
  return useFound('assets.videos', wanted, (cursor, signal) =>
    call('assets.videos', { ...wanted, cursor }, signal),
  );
}

function useFound<Item>(
  name: 'assets.find' | 'assets.videos',
  wanted: Wanted,
  ask: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>,
): Found<Item> {
  const found = useInfiniteQuery<
    Page<Item>,
    AppError,
    { readonly pages: readonly Page<Item>[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [name, wanted, 'pages'],
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = found;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return {
    items,
    total: data?.pages[0]?.total ?? null,
    error: found.error,
    isPending: found.isPending,
    isFetchingMore: isFetchingNextPage,
    fetchMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    retry: () => void refetch(),
  };
}
