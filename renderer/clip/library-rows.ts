// The clips around what is in sight, read in stretches; everything else of the library is ids alone.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import { queryKey } from '../engine/queries.ts';
import { call } from '../engine/studio.ts';
import type { LibraryList } from './library-data.ts';
import { useLibraryView } from './library-view.ts';

/** Clips of one stretch. They are read a stretch ahead of what is in sight. */
const stretch = 60;
/** What is out of sight is forgotten after this long. */
const keptMs = 5_000;
/** A move so long after the one before is none of a flight over the library (the scroll bar is dragged). */
const pauseMs = 160;

export interface LibraryRows {
  /** `null` while it is not read. */
  readonly clipOf: (id: string) => GenerationSummary | null;
  /** Tells which part of the order is in sight; indexes, the end is not in it. */
  readonly show: (start: number, end: number) => void;
}

interface Span {
  /** Numbers of stretches. */
  readonly from: number;
  readonly to: number;
}

/** The clip with the focus is read wherever it is. */
export function useLibraryRows(
  { ids, first }: Pick<LibraryList, 'ids' | 'first'>,
  focused: string | null,
): LibraryRows {
  const { span, show } = useSpan();
  const wanted = useMemo(
    () => stretchesOf(ids, first, [...numbersOf(span), stretchWith(ids, focused)]),
    [ids, first, span, focused],
  );
  const read = useQueries({
    queries: wanted.map((stretchIds) => ({
      queryKey: queryKey('library.rows', { ids: [...stretchIds] }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call('library.rows', { ids: [...stretchIds] }, signal),
      gcTime: keptMs,
    })),
    combine: combineRows,
  });
  const fresh = useMemo(
    () => new Map([...first.map((clip) => [clip.id as string, clip] as const), ...read]),
    [first, read],
  );
  // What was in sight stays while the order changes under it and its stretch is read again.
  const before = useRef<ReadonlyMap<string, GenerationSummary>>(new Map());
  useEffect(() => {
    const kept = new Map<string, GenerationSummary>();
    for (const id of wanted.flat()) {
      const clip = fresh.get(id) ?? before.current.get(id);
      if (clip) kept.set(id, clip);
    }
    before.current = kept;
  }, [fresh, wanted]);
  const clipOf = useCallback(
    (id: string) => fresh.get(id) ?? before.current.get(id) ?? null,
    [fresh],
  );
  return { clipOf, show };
}

function useSpan(): { readonly span: Span } & Pick<LibraryRows, 'show'> {
  const [span, setSpan] = useState<Span>({ from: 0, to: 0 });
  const last = useRef({ span, shownAtMs: 0 });
  const stopWaiting = useRef<() => void>(() => undefined);
  useEffect(() => () => stopWaiting.current(), []);
  const show = useCallback((start: number, end: number) => {
    const from = Math.max(0, Math.floor(start / stretch) - 1);
    const to = Math.floor(Math.max(start, end - 1) / stretch) + 1;
    const before = last.current.span;
    const restedMs = performance.now() - last.current.shownAtMs;
    last.current.shownAtMs = performance.now();
    stopWaiting.current();
    if (before.from === from && before.to === to) return;
    const read = () => {
      last.current.span = { from, to };
      setSpan(last.current.span);
    };
    const isNext = from <= before.to && to >= before.from;
    // In a flight what is read is out of sight when it comes.
    if (isNext || restedMs > pauseMs) read();
    else stopWaiting.current = onceAtRest(read);
  }, []);
  return { span, show };
}

/** After a frame in which the grid was not scrolled, however long frames take. */
function onceAtRest(act: () => void): () => void {
  let before = useLibraryView.getState().scrollOffset;
  let frame = requestAnimationFrame(look);
  function look(): void {
    const now = useLibraryView.getState().scrollOffset;
    if (now === before) {
      act();
    } else {
      before = now;
      frame = requestAnimationFrame(look);
    }
  }
  return () => cancelAnimationFrame(frame);
}

/** What is in sight before what is ahead and behind. */
function numbersOf({ from, to }: Span): number[] {
  const inSight = Array.from({ length: to - from - 1 }, (_, step) => from + 1 + step);
  return [...inSight, to, from];
}

/** Below 0 when there is none. */
function stretchWith(ids: readonly GenerationId[], id: string | null): number {
  return id === null ? -1 : Math.floor(ids.indexOf(id as GenerationId) / stretch);
}

function stretchesOf(
  ids: readonly GenerationId[],
  first: readonly GenerationSummary[],
  numbers: readonly number[],
): GenerationId[][] {
  const stretches: GenerationId[][] = [];
  for (const number of new Set(numbers)) {
    const start = number * stretch;
    const end = Math.min(start + stretch, ids.length);
    if (start < 0 || start >= end) continue;
    const isRead = end <= first.length && first[end - 1]?.id === ids[end - 1];
    if (!isRead) stretches.push(ids.slice(start, end));
  }
  return stretches;
}

type RowsAnswer = StudioOutput<'library.rows'>;

/** Not a list: two lists would be compared clip by clip, and all of each, whenever one of them is scrolled away. */
function combineRows(
  answers: readonly { readonly data: RowsAnswer | undefined }[],
): ReadonlyMap<string, GenerationSummary> {
  return new Map(answers.flatMap(({ data }) => data?.items ?? []).map((clip) => [clip.id, clip]));
}
