// A rectangle that is drawn from an empty place of the grid and selects what it touches. It scrolls at the edges; Escape gives the
// selection back that was there before. Must not ask the cards where they are: most of them are not drawn.
import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Selection, SelectionAction } from '../../clip/selection.ts';
import {
  edgeSpeed,
  idsTouched,
  isSameTouched,
  type Point,
  type RowPlaces,
  touchedBetween,
} from './band-geometry.ts';
import type { GridMeasure, GridRow } from './grid-layout.ts';

export interface RubberBandInput {
  readonly rows: readonly GridRow[];
  readonly ids: readonly string[];
  readonly measure: GridMeasure;
  readonly virtual: RowPlaces & {
    readonly offset: () => number;
    readonly scrollTo: (offset: number) => void;
  };
  readonly selection: Selection;
  readonly onSelect: (action: SelectionAction) => void;
}

export interface RubberBand {
  /** The rectangle, in a layer of no height that stays at the top of the grid. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}

/** A hand that trembles draws nothing, px. */
const least = 4;

export function useRubberBand(input: RubberBandInput): RubberBand {
  const latest = useRef(input);
  useLayoutEffect(() => {
    latest.current = input;
  });
  const box = useRef<HTMLDivElement>(null);
  const stop = useRef<(() => void) | null>(null);
  const wasDrawn = useRef(false);
  useEffect(() => () => stop.current?.(), []);
  return {
    box,
    onPointerDown: (event) => {
      stop.current?.();
      wasDrawn.current = false;
      if (!box.current || !isEmptyPlace(event)) return;
      stop.current = drawBand(event, box.current, latest, () => {
        wasDrawn.current = true;
      });
    },
    // The click at the end of a drag would clear what was selected by it.
    onClickCapture: (event) => {
      if (wasDrawn.current) event.stopPropagation();
      wasDrawn.current = false;
    },
  };
}

/** Not a card, a control or the scroll bar; a finger scrolls. */
function isEmptyPlace(event: PointerEvent<HTMLElement>): boolean {
  const { target, currentTarget, button, pointerType } = event;
  if (button !== 0 || pointerType === 'touch' || !(target instanceof Element)) return false;
  const { left } = currentTarget.getBoundingClientRect();
  if (event.clientX >= left + currentTarget.clientWidth) return false;
  return !target.closest('[data-clip], button, a, input, label');
}

/** Follows the pointer until it is let go; answers what ends it early. */
function drawBand(
  { nativeEvent: down, currentTarget: grid }: PointerEvent<HTMLElement>,
  box: HTMLElement,
  input: RefObject<RubberBandInput>,
  onDraw: () => void,
): () => void {
  const within = placesIn(grid, input);
  const start = within.point(down);
  const before = input.current.selection;
  const isMore = down.shiftKey || down.ctrlKey || down.metaKey;
  const base: Selection = isMore ? before : { ...before, picked: new Set() };
  const follow = follower(base, input);
  const ending = new AbortController();
  let at: Pick<MouseEvent, 'clientX' | 'clientY'> = down;
  let frame = 0;
  let lastMs = 0;
  const stop = () => {
    ending.abort();
    cancelAnimationFrame(frame);
    box.hidden = true;
  };
  const draw = (nowMs: number) => {
    within.scroll(at, lastMs === 0 ? 0 : nowMs - lastMs);
    lastMs = nowMs;
    const end = within.point(at);
    within.outline(box, start, end);
    follow(start, end);
    frame = requestAnimationFrame(draw);
  };
  const { signal } = ending;
  const onMove = (event: globalThis.PointerEvent) => {
    at = event;
    const moved = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (frame !== 0 || moved < least) return;
    grid.setPointerCapture(down.pointerId);
    onDraw();
    frame = requestAnimationFrame(draw);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || frame === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
    input.current.onSelect({ type: 'band', base: before, ids: [] });
  };
  const onUp = () => {
    if (frame !== 0) follow(start, within.point(at));
    stop();
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', stop, { signal });
  window.addEventListener('blur', stop, { signal });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  return stop;
}

/** Selects what lies between two points, where that has changed. */
function follower(base: Selection, input: RefObject<RubberBandInput>) {
  let last: { touched: ReturnType<typeof touchedBetween>; rows: unknown } | null = null;
  return (start: Point, end: Point) => {
    const { rows, ids, measure, virtual, onSelect } = input.current;
    const touched = touchedBetween(start, end, measure, virtual);
    if (last?.rows === rows && isSameTouched(last.touched, touched)) return;
    last = { touched, rows };
    onSelect({ type: 'band', base, ids: idsTouched(rows, ids, touched) });
  };
}

/** Between the window and the rows; where the grid lies is asked once. */
function placesIn(grid: HTMLElement, input: RefObject<RubberBandInput>) {
  const { left, top } = grid.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = grid;
  const { paddingLeft, paddingTop } = getComputedStyle(grid);
  const inset = { x: Number.parseFloat(paddingLeft), y: Number.parseFloat(paddingTop) };
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const shiftOf = () => inset.y - input.current.virtual.offset();
  return {
    point: ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Point => ({
      x: clamp(clientX - left, width) - inset.x,
      y: clamp(clientY - top, height) - shiftOf(),
    }),
    scroll: ({ clientY }: Pick<MouseEvent, 'clientY'>, passedMs: number) => {
      const { virtual } = input.current;
      const speed = edgeSpeed(clientY - top, height);
      if (speed !== 0) virtual.scrollTo(virtual.offset() + (speed * passedMs) / 1000);
    },
    outline: (box: HTMLElement, one: Point, other: Point) => {
      const y = [one.y, other.y].map((value) => clamp(value + shiftOf(), height));
      const [from, to] = [Math.min(...y), Math.max(...y)];
      box.hidden = false;
      box.style.translate = `${Math.min(one.x, other.x)}px ${from}px`;
      box.style.width = `${Math.abs(one.x - other.x)}px`;
      box.style.height = `${to - from}px`;
    },
  };
}
