// All engine data through TanStack Query: one cache, keyed by call name and input.
import {
  QueryClient,
  useMutation,
  type UseMutationResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { StudioCallName, StudioInput, StudioOutput } from '#shared/contract/studio.ts';
import { AppError } from '#shared/errors.ts';
import { firstQuestions } from '../ahead.ts';
import { call } from './studio.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always', // the engine is on this machine
        staleTime: Infinity, // events tell what changed
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < 3 && error instanceof AppError && error.retryable,
        retryDelay: (failures) => Math.min(200 * 2 ** failures, 2000),
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function queryKey<K extends StudioCallName>(name: K, input: StudioInput<K>) {
  return [name, input] as const;
}

/** Into the cache before anything is drawn: what has been answered by then is drawn at once. */
export function readFirstAnswers(client: QueryClient): void {
  for (const [name, input] of firstQuestions) {
    void client.prefetchQuery({
      queryKey: [name, input],
      queryFn: ({ signal }) => call(name, input as never, signal),
    });
  }
}

export interface StudioQueryOptions {
  readonly enabled?: boolean;
  /** Shows what was there while another input loads. */
  readonly keepsPrevious?: boolean;
  /** Asked only after this long: something else is drawn first. */
  readonly waitMs?: number;
}

export function useStudioQuery<K extends StudioCallName>(
  name: K,
  input: StudioInput<K>,
  options: StudioQueryOptions = {},
): UseQueryResult<StudioOutput<K>, AppError> {
  return useQuery<StudioOutput<K>, AppError>({
    queryKey: queryKey(name, input),
    queryFn: async ({ signal }) => {
      if (options.waitMs !== undefined) await rest(options.waitMs, signal);
      return call(name, input, signal);
    },
    enabled: options.enabled ?? true,
    ...(options.keepsPrevious
      ? { placeholderData: (previous: StudioOutput<K> | undefined) => previous }
      : {}),
  });
}

/** Ends early when the answer is not wanted any more; the call itself then says so. */
export function rest(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, waitMs);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}

export function useStudioCommand<K extends StudioCallName>(
  name: K,
): UseMutationResult<StudioOutput<K>, AppError, StudioInput<K>> {
  return useMutation<StudioOutput<K>, AppError, StudioInput<K>>({
    mutationFn: (input) => call(name, input),
  });
}
