// A search that is being typed: its first clips are asked for with the key itself, before anything is drawn, and the Library turns to the
// search when they are there. So a letter draws the Library once, with what was found. Must not wait long: a slow answer is waited for
// by the Library itself, which says so.
import type { QueryClient } from '@tanstack/react-query';
import { queryKey } from '../engine/queries.ts';
import { call } from '../engine/studio.ts';
import { firstPageOf } from './library-data.ts';
import { useLibraryView } from './library-view.ts';

const longestWaitMs = 150;

/** Aborting `signal` takes the question back, and the Library stays as it is. */
export async function searchAhead(
  client: QueryClient,
  search: string,
  signal: AbortSignal,
): Promise<void> {
  const before = useLibraryView.getState();
  if (before.search === search) return;
  const input = firstPageOf({ ...before, search });
  const key = queryKey('library.page', input);
  const takeBack = () => void client.cancelQueries({ queryKey: key, exact: true });
  signal.addEventListener('abort', takeBack, { once: true });
  const answer = client.prefetchQuery({
    queryKey: key,
    queryFn: ({ signal: own }) => call('library.page', input, own),
  });
  await Promise.race([answer, pause(longestWaitMs)]);
  signal.removeEventListener('abort', takeBack);
  const now = useLibraryView.getState();
  // Another search may have been chosen meanwhile, in another way than by typing.
  if (!signal.aborted && now.search === before.search) now.filterBy({ search });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
