// The clips of a comparison, each read by itself, so that one that is gone does not take the others with it.
import { useQueries } from '@tanstack/react-query';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { queryKey } from '../../engine/queries.ts';
import { call } from '../../engine/studio.ts';

export interface Compared {
  readonly clips: readonly GenerationDetail[];
  readonly isLoading: boolean;
  /** Some are not in the library any more. */
  readonly hasLost: boolean;
}

export function useCompared(ids: readonly GenerationId[]): Compared {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: queryKey('generations.get', { id }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call('generations.get', { id }, signal),
    })),
    combine: (results) => ({
      clips: results.flatMap(({ data }) => data ?? []),
      isLoading: results.some(({ isPending }) => isPending),
      hasLost: results.some(({ error }) => (error as AppError | null)?.code === 'not-found'),
    }),
  });
}
