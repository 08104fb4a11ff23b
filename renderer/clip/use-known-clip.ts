// A clip that some list has read already, so that a screen that opens it need not wait for the engine; and what may be opened next, read
// ahead.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { queryKey } from '../engine/queries.ts';
import { mediaUrl } from '../engine/media.ts';
import { call } from '../engine/studio.ts';

interface Listed {
  readonly items: readonly GenerationSummary[];
}

/** As it was when the id came; later changes come with its own query. */
export function useKnownClip(id: GenerationId): GenerationSummary | null {
  const client = useQueryClient();
  return useMemo(() => {
    for (const name of ['library.rows', 'library.page', 'clips.takes']) {
      for (const [, list] of client.getQueriesData<Listed>({ queryKey: [name] })) {
        const found = list?.items.find((clip) => clip.id === id);
        if (found) return found;
      }
    }
    return null;
  }, [client, id]);
}

/** Facts and posters of the clips beside this one. */
export function useReadAhead(ids: readonly (GenerationId | null)[]): void {
  const client = useQueryClient();
  const wanted = ids.filter((id) => id !== null).join(' ');
  useEffect(() => {
    const read = async (id: GenerationId) => {
      const clip = await client.fetchQuery({
        queryKey: queryKey('generations.get', { id }),
        queryFn: ({ signal }) => call('generations.get', { id }, signal),
      });
      if (clip.output?.hasPoster) new Image().src = mediaUrl('poster', clip.output.id);
    };
    const idle = requestIdleCallback(() => {
      for (const id of wanted.split(' ').filter(Boolean)) {
        void read(id as GenerationId).catch(() => undefined); // it is asked for again when it is opened
      }
    });
    return () => cancelIdleCallback(idle);
  }, [client, wanted]);
}
