// Which rows of a tall list are in sight, and where they are drawn. The heights are known beforehand, so nothing is measured; a list
// taller than an element may be is scrolled in a space of its own (scroll-space.ts).
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import {
  type Extent,
  isAstray,
  lastOffset,
  offsetOf,
  type Place,
  scrolled,
  sheetHeight,
  topFor,
} from './scroll-space.ts';

export interface VirtualRowsInput {
  readonly scroll: RefObject<HTMLElement | null>;
  /** Of the window onto the rows, px: asked for it, the element would be laid out. */
  readonly viewHeight: RefObject<number>;
  readonly heights: readonly { readonly height: number }[];
  /** Room under the last row, px. */
  readonly endPadding: number;
  /** Kept free above and below a row that is brought into sight, px. */
  readonly clearAbove: number;
  readonly clearBelow: number;
}

export interface VirtualRows {
  /** Indexes of the first and the last row in sight; the last is -1 when there are none. */
  readonly first: number;
  readonly last: number;
  /** The scroll bar is dragged far: what is beside the sight now will not be seen. */
  readonly isFlying: boolean;
  /** Where a row is drawn within the sheet, px. */
  readonly topOf: (index: number) => number;
  readonly sheetHeight: number;
  /** Brings a row into sight, if it is not. */
  readonly show: (index: number) => void;
  /** Among the rows, px. */
  readonly offset: () => number;
  /** Where a row begins among the rows, px. */
  readonly startOf: (index: number) => number;
  /** The row at a place among the rows; the nearest one beyond the ends. */
  readonly rowAt: (offset: number) => number;
  /** Of the window onto the rows, px. */
  readonly viewHeight: () => number;
  readonly scrollTo: (offset: number) => void;
}

interface Window {
  readonly first: number;
  readonly last: number;
  readonly shift: number;
  readonly isFlying: boolean;
}

/** After the last scroll event, where the browser does not tell the end itself. */
const restMs = 150;

export function useVirtualRows(input: VirtualRowsInput): VirtualRows {
  const { scroll: scrollRef, viewHeight, heights, endPadding, clearAbove, clearBelow } = input;
  const starts = useMemo(() => startsOf(heights), [heights]);
  const total = (starts.at(-1) ?? 0) + endPadding;
  const place = useRef<Place>({ top: 0, shift: 0 });
  const extent = useCallback(
    (): Extent => ({ total, view: viewHeight.current }),
    [viewHeight, total],
  );
  const isFlying = useRef(false);
  const inSight = useCallback(
    (): Window => ({
      ...windowOf(starts, place.current, viewHeight.current),
      isFlying: isFlying.current,
    }),
    [starts, viewHeight],
  );
  const [moves, moved] = useState(0);
  // Drawn with the rows themselves: a window that is found after the drawing is a second drawing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is in sight is asked anew after each move
  const shown = useMemo(inSight, [inSight, moves]);
  const drawn = useRef(shown);
  useLayoutEffect(() => {
    drawn.current = shown;
  });
  const look = useCallback(() => {
    if (!isSame(drawn.current, inSight())) moved((count) => count + 1);
  }, [inSight]);
  /** The rows stay where they are; the scroll bar goes where it belongs. */
  const put = useCallback(
    (offset: number) => {
      const element = scrollRef.current;
      const within = Math.min(lastOffset(extent()), Math.max(0, offset));
      // At the top already: to ask the element how far it is scrolled would lay it out.
      const isThere = within === 0 && place.current.top === 0 && place.current.shift === 0;
      if (!element || isThere) return;
      element.scrollTo({ top: topFor(extent(), within) });
      place.current = {
        top: element.scrollTop,
        shift: isPlain(extent()) ? 0 : within - element.scrollTop,
      };
      look();
    },
    [extent, look, scrollRef],
  );
  useEffect(() => {
    const element = scrollRef.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      if (isAstray(extent(), place.current) !== 'no') flushSync(() => put(offsetOf(place.current)));
    };
    const rest = () => {
      isFlying.current = false;
      settle();
      look();
    };
    const onScroll = () => {
      const moved = Math.abs(element.scrollTop - place.current.top);
      isFlying.current = moved > extent().view;
      place.current = scrolled(extent(), place.current, element.scrollTop);
      if (isAstray(extent(), place.current) === 'now') settle();
      else look();
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
    };
    const observer = new ResizeObserver(look);
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [extent, look, put, scrollRef]);
  return {
    first: shown.first,
    last: shown.last,
    isFlying: shown.isFlying,
    topOf: (index) => (starts[index] ?? 0) - shown.shift,
    sheetHeight: sheetHeight(total),
    show: (index) => {
      const { view } = extent();
      const from = offsetOf(place.current);
      const [start = 0, end = 0] = [starts[index], starts[index + 1]];
      if (start - clearAbove < from) put(start - clearAbove);
      else if (end + clearBelow > from + view) put(end + clearBelow - view);
    },
    startOf: (index) => starts[index] ?? 0,
    rowAt: (offset) => rowAt(starts, offset),
    offset: () => offsetOf(place.current),
    viewHeight: () => extent().view,
    scrollTo: put,
  };
}

const isPlain = ({ total }: Extent) => sheetHeight(total) === total;

function windowOf(starts: Float64Array, place: Place, view: number): Omit<Window, 'isFlying'> {
  const from = offsetOf(place);
  const last = starts.length - 2;
  return {
    first: rowAt(starts, from),
    last: view === 0 ? -1 : Math.min(last, rowAt(starts, from + view)),
    shift: place.shift,
  };
}

const isSame = (one: Window, other: Window) =>
  one.first === other.first &&
  one.last === other.last &&
  one.shift === other.shift &&
  one.isFlying === other.isFlying;

/** Where each row starts, and where the last one ends. */
function startsOf(rows: readonly { readonly height: number }[]): Float64Array {
  const starts = new Float64Array(rows.length + 1);
  let at = 0;
  let index = 0;
  for (const { height } of rows) {
    starts[index] = at;
    at += height;
    index += 1;
  }
  starts[rows.length] = at;
  return starts;
}

/** The row at a place; the nearest one beyond the ends. */
function rowAt(starts: Float64Array, offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
