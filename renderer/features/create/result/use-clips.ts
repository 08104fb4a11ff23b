// The clips of the right side, live: what is under way, what ended, the newest of the library.
import { useEffect, useMemo, useState } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { on } from '../../../engine/studio.ts';
import { newestTakes, uniteClips } from './groups.ts';

export interface Clips {
  /** Everything known, newest first. */
  readonly all: readonly GenerationSummary[];
  /** The takes of the newest press of Generate. */
  readonly takes: readonly GenerationSummary[];
  readonly isLoading: boolean;
  /** When the library was last read: what "today" means for these clips. */
  readonly asOf: Date;
}

/** Enough for two rows in a wide window, and the takes. */
const pageSize = 40;
const none: readonly GenerationSummary[] = [];

export function useClips(): Clips {
  const queue = useStudioQuery('generations.queue', {});
  const library = useStudioQuery('library.page', { limit: pageSize });
  const remembered = useRemembered();
  const { active = none, ended = none } = queue.data ?? {};
  const saved = library.data?.items ?? none;
  const all = useMemo(
    () => uniteClips({ active, ended, saved, remembered }),
    [active, ended, saved, remembered],
  );
  const takes = useMemo(() => newestTakes(all, sessionStartedAt), [all]);
  const asOf = useMemo(() => new Date(library.dataUpdatedAt), [library.dataUpdatedAt]);
  return { all, takes, isLoading: queue.isPending || library.isPending, asOf };
}

/** When this window was opened. */
const sessionStartedAt = new Date(performance.timeOrigin).toISOString();

/** What changed while the screen is open: a clip that is saved leaves the queue before the library is read again. */
function useRemembered(): readonly GenerationSummary[] {
  const [remembered, setRemembered] = useState(none);
  useEffect(
    () =>
      on('generation.changed', (changed) =>
        setRemembered((before) => [
          changed,
          ...before.filter(({ id }) => id !== changed.id).slice(0, pageSize),
        ]),
      ),
    [],
  );
  return remembered;
}
