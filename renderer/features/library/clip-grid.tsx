// The virtual grid of clips: draws only the rows in sight, of however many there are, and is one tab stop for the keyboard.
// Must not fetch: it tells what is in sight with `onShow` and draws what it is given.
import { type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { LibraryLayout } from '#shared/domain/preferences.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import type { DayRun } from '../../clip/library-order.ts';
import type { Selection, SelectionAction } from '../../clip/selection.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './clip-grid.module.css';
import { useElementSize } from './element-size.ts';
import { useGridFocus } from './grid-focus.ts';
import {
  clipsOfRows,
  type GridRow,
  keyOfRow,
  layoutRows,
  measureGrid,
  measureList,
  rowOfClip,
} from './grid-layout.ts';
import { headingsFor, monthsOf } from './months.ts';
import { TimeScale } from './time-scale.tsx';
import { GridRowView } from './grid-rows.tsx';
import { useRecycledKeys } from './recycled-keys.ts';
import { usePlaceAgain } from './use-place-again.ts';
import type { Arrange } from './use-arrange.ts';
import { useBusyMark } from './use-busy-mark.ts';
import { useClipDragging } from './use-clip-dragging.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useToday } from './use-today.ts';
import { useRowWindow } from './use-row-window.ts';
import { useRubberBand } from './use-rubber-band.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

export interface ClipGridProps {
  /** The accessible name. */
  readonly label: string;
  readonly ids: readonly GenerationId[];
  readonly days: readonly DayRun[];
  /** `null` while the clip is not read; its place is kept. */
  readonly clipOf: (id: string) => GenerationSummary | null;
  /** Clips that follow and whose place is not known yet. */
  readonly pending: number;
  /** Headings between days; only where the order is by time. */
  readonly hasDays: boolean;
  /** The list is the same grid with one column of lines; the timeline has a scale beside it. */
  readonly layout: LibraryLayout;
  /** Smallest width of a card, px. */
  readonly cardMin: number;
  readonly selection: Selection;
  readonly onSelect: (action: SelectionAction) => void;
  readonly onSelectAll: () => void;
  readonly onOpen: (id: string) => void;
  readonly onTrash: (ids: readonly string[]) => void;
  readonly onRate: ((ids: readonly GenerationId[], rating: number) => void) | undefined;
  /** Asked for with the right button or the menu key; the clip is selected then. */
  readonly onMenu: (id: string, at: { readonly x: number; readonly y: number }) => void;
  readonly onFavourite: (clip: GenerationSummary) => void;
  /** Told which clips are in sight, as indexes; the end is not among them. */
  readonly onShow: (start: number, end: number) => void;
  /** What is shown: something else begins at `initialOffset`. */
  readonly place: string;
  /** Where it was scrolled to when it was last seen, px. */
  readonly initialOffset: number;
  readonly onOffset: (offset: number) => void;
  readonly isBusy: boolean;
  /** Where clips can be put in order by hand. */
  readonly arrange: Arrange | null;
}

/** Room under the last row, so that the selection bar covers nothing. */
const endPadding = 88;

export function ClipGrid(props: ClipGridProps) {
  const { ids, days, clipOf, pending, hasDays, cardMin, selection, onSelect, onOpen } = props;
  const scroll = useRef<HTMLDivElement>(null);
  useBusyMark(scroll, props.isBusy);
  const { width, height } = useElementSize(scroll);
  const isList = props.layout === 'list';
  const isTimeline = props.layout === 'timeline';
  const measure = useMemo(
    () => (isList ? measureList(width) : measureGrid(width, cardMin)),
    [width, cardMin, isList],
  );
  const rows = useMemo(
    () =>
      width === 0
        ? []
        : layoutRows({
            days:
              hasDays && !isList ? (isTimeline ? headingsFor(days, measure.columns) : days) : null,
            length: ids.length,
            pending,
            measure,
          }),
    [ids, days, hasDays, isList, isTimeline, measure, pending, width],
  );
  const { current: currentId } = selection;
  const current = useMemo(
    () => (currentId === null ? -1 : ids.indexOf(currentId as GenerationId)),
    [ids, currentId],
  );
  const tabStop = ids[current] ?? ids[0] ?? null;
  const currentRow = rowOfClip(rows, current);
  const rowWindow = useRowWindow({ rows, currentRow });
  const virtual = useVirtualRows({
    scroll,
    viewHeight: height,
    heights: rows,
    endPadding,
    clearAbove: 40,
    clearBelow: 72,
  });
  const focus = useGridFocus(scroll);
  const isPlaced = usePlaceAgain({
    place: props.place,
    scrollTo: virtual.scrollTo,
    isReady: rows.length > 0,
    offset: props.initialOffset,
    show: () => {
      if (selection.current === null || current === -1) return;
      virtual.show(currentRow);
      focus(selection.current);
    },
  });

  const today = useToday();
  const { first, last } = virtual;
  const shown = rowWindow.extract({
    startIndex: first,
    endIndex: last,
    overscan: virtual.isFlying ? 0 : 3,
    count: rows.length,
  });
  const keyAt = (index: number) => {
    const row = rows[index];
    return row ? keyOfRow(row, index) : '';
  };
  const rowKeys = useRecycledKeys()(
    shown.flatMap((index) => (rows[index]?.kind === 'clips' ? keyAt(index) : [])),
    keyAt(currentRow),
  );
  const { onShow } = props;
  const inSight = clipsOfRows(rows, first, last);
  const [start, end] = inSight ? [inSight.start, inSight.end] : [-1, -1];
  useEffect(() => {
    if (start !== -1) onShow(start, end);
  }, [start, end, onShow]);

  const toggle = useCallback((id: string) => onSelect({ type: 'toggle', id }), [onSelect]);
  const moveTo = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    virtual.show(rowOfClip(rows, index));
    focus(id);
  };
  const onKeyDown = useGridKeys({
    ids,
    titleOf: (id) => {
      const clip = clipOf(id);
      return clip && clipTitle(clip);
    },
    rows,
    pageRows: () => Math.floor(virtual.viewHeight() / (measure.cardHeight + measure.gap)),
    selection,
    onSelect,
    onSelectAll: props.onSelectAll,
    onOpen,
    onTrash: props.onTrash,
    onRate: props.onRate,
    onStep: props.arrange?.step,
    isList,
    moveTo,
  });

  const { box, ...band } = useRubberBand({ rows, ids, measure, virtual, selection, onSelect });
  const months = useMemo(() => (isTimeline ? monthsOf(days) : []), [days, isTimeline]);
  const grid = (
    <div
      ref={scroll}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={rows.length}
      aria-colcount={measure.columns}
      aria-multiselectable="true"
      data-plain={(!hasDays && !isList) || undefined}
      className={styles['scroll']}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        const id = cellOf(event);
        if (id === null) return;
        event.preventDefault();
        if (!selection.picked.has(id)) onSelect({ type: 'pick-only', id });
        props.onMenu(id, { x: event.clientX, y: event.clientY });
      }}
      onClick={(event) => press(event, ids, onSelect)}
      {...band}
      {...useClipDragging({ ids, selection, onSelect, arrange: props.arrange, isList })}
      onDoubleClick={(event) => {
        const id = clipUnder(event);
        if (id !== null) onOpen(id);
      }}
      onFocus={({ target }) => {
        const id = target.closest('[data-clip]')?.getAttribute('data-clip');
        if (id) onSelect({ type: 'focus', id });
      }}
      onScroll={() => {
        if (isPlaced()) props.onOffset(virtual.offset());
      }}
    >
      <div role="presentation" className={styles['over']}>
        <div ref={box} hidden className={styles['band']} />
      </div>
      <div
        role="presentation"
        className={classNames(styles['sheet'], isList && styles['lines'])}
        style={{ height: virtual.sheetHeight }}
      >
        {shown.map((index) => {
          const row = rows[index];
          return row ? (
            <GridRowView
              key={row.kind === 'clips' ? `row-${rowKeys.get(keyAt(index))}` : keyAt(index)}
              row={row}
              index={index}
              top={virtual.topOf(index)}
              isSticky={index === rowWindow.sticky()}
              columns={measure.columns}
              isList={isList}
              ids={ids}
              clipOf={clipOf}
              selection={selection}
              tabStop={tabStop}
              now={today}
              onToggle={toggle}
              onFavourite={props.onFavourite}
            />
          ) : null;
        })}
      </div>
    </div>
  );
  if (!isTimeline) return grid;
  return (
    <div className={styles['beside']}>
      {grid}
      <TimeScale
        months={months}
        at={Math.max(0, start)}
        onJump={(index) => {
          virtual.scrollTo(virtual.startOf(headingBefore(rows, index)));
        }}
      />
    </div>
  );
}

/** The heading over the clip at `index`, else its row. */
function headingBefore(rows: readonly GridRow[], index: number): number {
  const row = rowOfClip(rows, index);
  return rows[row - 1]?.kind === 'day' ? row - 1 : row;
}

/** The clip under the pointer, unless a control on it was meant. */
function clipUnder({ target }: MouseEvent): string | null {
  if (!(target instanceof Element) || target.closest('label, button, input')) return null;
  return cellOf({ target });
}

function cellOf({ target }: Pick<MouseEvent, 'target'>): string | null {
  const cell = target instanceof Element ? target.closest('[data-clip]') : null;
  return cell?.getAttribute('data-clip') ?? null;
}

function press(
  event: MouseEvent,
  order: readonly string[],
  onSelect: (action: SelectionAction) => void,
): void {
  const id = clipUnder(event);
  if (id === null) {
    const isBeside = event.target instanceof Element && !event.target.closest('[data-clip]');
    if (isBeside) onSelect({ type: 'clear' });
  } else if (event.shiftKey) {
    onSelect({ type: 'range', id, order });
  } else if (event.ctrlKey || event.metaKey) {
    onSelect({ type: 'toggle', id });
  } else {
    onSelect({ type: 'pick-only', id });
  }
}
