// What a selection adds up to: at once from the clips that are read, from the engine when there are more.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { SelectionSums } from '#shared/contract/library-order.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../engine/studio.ts';

export interface Picked {
  readonly ids: readonly GenerationId[];
  /** `null` until it is known. */
  readonly sums: SelectionSums | null;
}

const mostAtHand = 200;

export function usePicked(
  picked: ReadonlySet<string>,
  clipOf: (id: string) => GenerationSummary | null,
): Picked {
  const ids = useMemo(() => [...picked] as GenerationId[], [picked]);
  const atHand = useMemo(() => {
    if (ids.length > mostAtHand) return null;
    const clips = ids.flatMap((id) => clipOf(id) ?? []);
    return clips.length === ids.length ? sumClips(clips) : null;
  }, [ids, clipOf]);
  const asked = useQuery<SelectionSums, AppError>({
    // by the number of the selection: the key of 100,000 ids would be compared at every drawing
    queryKey: ['clips.sums', numberOf(picked)],
    queryFn: ({ signal }) => call('clips.sums', { ids: [...ids] }, signal),
    enabled: ids.length > 0 && atHand === null,
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  return useMemo(() => ({ ids, sums: atHand ?? asked.data ?? null }), [ids, atHand, asked.data]);
}

function sumClips(clips: readonly GenerationSummary[]): SelectionSums {
  const [one] = clips;
  const isOne = (field: 'rating' | 'label') => clips.every((clip) => clip[field] === one?.[field]);
  const sum = (field: 'durationMs' | 'sizeBytes') =>
    clips.reduce((total, { output }) => total + (output?.[field] ?? 0), 0);
  return {
    durationMs: sum('durationMs'),
    bytes: sum('sizeBytes'),
    areFavourites: clips.every(({ isFavourite }) => isFavourite),
    rating: one && isOne('rating') ? one.rating : null,
    ...(one && isOne('label') ? { label: one.label } : {}),
    areUnfinished: clips.every(({ status }) => status !== 'ready'),
  };
}

const numbers = new WeakMap<ReadonlySet<string>, number>();
let lastNumber = 0;

function numberOf(picked: ReadonlySet<string>): number {
  const known = numbers.get(picked);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(picked, lastNumber);
  return lastNumber;
}
