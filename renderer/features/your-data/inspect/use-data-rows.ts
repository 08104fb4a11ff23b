// The rows of a kind, a page at a time, as far as somebody wants to look.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { DataKind } from '#shared/contract/data.ts';
import type { DataRow } from '#shared/contract/inspect.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../../engine/studio.ts';

type Page = StudioOutput<'data.rows'>;

export interface DataRows {
  readonly rows: readonly DataRow[];
  readonly total: number | null;
  readonly error: AppError | null;
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly fetchMore: () => void;
}

export function useDataRows(kind: DataKind, search: string): DataRows {
  const pages = useInfiniteQuery<
    Page,
    AppError,
    { readonly pages: readonly Page[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['data.rows', kind, search],
    queryFn: ({ pageParam, signal }) =>
      call('data.rows', { kind, search, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Files and logs change and tell nobody.
    refetchOnMount: 'always',
    placeholderData: (before) => before,
  });
  return {
    rows: pages.data?.pages.flatMap(({ items }) => items) ?? [],
    total: pages.data?.pages[0]?.total ?? null,
    error: pages.error,
    isPending: pages.isPending,
    hasMore: pages.hasNextPage,
    isFetchingMore: pages.isFetchingNextPage,
    fetchMore: () => void pages.fetchNextPage(),
  };
}
