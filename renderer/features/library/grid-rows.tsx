// The three kinds of rows in the grid: a day, clips, and clips that are still being read.
import { type CSSProperties, memo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { Selection } from '../../clip/selection.ts';
import { noonOf } from '../../clip/local-day.ts';
import { formatCount, formatDayHeading, formatMonth } from '../../i18n/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ClipCell, type ClipCellProps } from './clip-cell.tsx';
import styles from './clip-grid.module.css';
import { ClipLine } from './clip-line.tsx';
import type { ClipsRow, DayRow, GridRow, PendingRow } from './grid-layout.ts';
import { useRecycledKeys } from './recycled-keys.ts';

export interface GridRowViewProps extends Pick<ClipCellProps, 'onToggle' | 'onFavourite'> {
  readonly row: GridRow;
  /** From 0. */
  readonly index: number;
  readonly top: number;
  /** Stays at the top while its day is in sight. */
  readonly isSticky: boolean;
  readonly columns: number;
  /** One clip a row, with its facts. */
  readonly isList: boolean;
  readonly ids: readonly GenerationId[];
  readonly clipOf: (id: string) => GenerationSummary | null;
  readonly selection: Selection;
  /** The tab stop, when nothing has the focus yet. */
  readonly tabStop: string | null;
  readonly now: string;
}

/** A row that stays is not drawn again when others come. */
export const GridRowView = memo(function GridRowView(props: GridRowViewProps) {
  const { row } = props;
  switch (row.kind) {
    case 'day':
      return <DayRowView {...props} row={row} />;
    case 'clips':
      return <ClipsRowView {...props} row={row} />;
    case 'pending':
      return <PendingRowView {...props} row={row} />;
    default:
      return row satisfies never;
  }
});

type Of<Row extends GridRow> = Omit<GridRowViewProps, 'row'> & { readonly row: Row };

function DayRowView({ row, index, top, isSticky, columns, now }: Of<DayRow>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      data-sticky={isSticky || undefined}
      className={styles['day']}
      style={isSticky ? undefined : { translate: `0 ${top}px` }}
    >
      <div role="rowheader" aria-colspan={columns} className={styles['heading']}>
        {headingOf(row.day, now)}
        {row.count !== null && <span>{formatCount(row.count)}</span>}
      </div>
    </div>
  );
}

/** `2026-11` is a month. */
function headingOf(day: string, now: string): string {
  return day.length === 7 ? formatMonth(noonOf(`${day}-15`)) : formatDayHeading(noonOf(day), now);
}

/** Lines whose tags are asked for at once. */
const stretch = 40;

function ClipsRowView(props: Of<ClipsRow>) {
  const { row, index, ids, clipOf, selection, tabStop, onToggle, onFavourite } = props;
  const shown = ids.slice(row.start, row.end);
  const keys = useRecycledKeys()(shown, tabStop);
  return (
    <div role="row" aria-rowindex={index + 1} className={styles['row']} style={rowStyle(props)}>
      {shown.map((id, column) => {
        const clip = clipOf(id);
        if (clip && props.isList) {
          const from = row.start - (row.start % stretch);
          return (
            <ClipLine
              key={`clip-${keys.get(id)}`}
              clip={clip}
              neighbours={ids.slice(from, from + stretch)}
              isPicked={selection.picked.has(id)}
              isCurrent={tabStop === id}
            />
          );
        }
        return clip ? (
          <ClipCell
            key={`clip-${keys.get(id)}`}
            clip={clip}
            column={column + 1}
            isPicked={selection.picked.has(id)}
            isCurrent={tabStop === id}
            onToggle={onToggle}
            onFavourite={onFavourite}
          />
        ) : (
          <div key={column} role="gridcell" aria-colindex={column + 1} aria-busy="true">
            <PendingCell isList={props.isList} />
          </div>
        );
      })}
    </div>
  );
}

function PendingRowView(props: Of<PendingRow>) {
  return (
    <div aria-hidden="true" className={classNames(styles['row'])} style={rowStyle(props)}>
      {Array.from({ length: props.row.cells }, (_, cell) => (
        <PendingCell key={cell} isList={props.isList} />
      ))}
    </div>
  );
}

function PendingCell({ isList }: { readonly isList: boolean }) {
  return (
    <div className={styles['pending']}>{isList ? <PendingLine /> : <PendingCard isAtOnce />}</div>
  );
}

/** A card in its final size. */
export function PendingCard({ isAtOnce = false }: { readonly isAtOnce?: boolean }) {
  return (
    <>
      <Skeleton isPoster isStill isAtOnce={isAtOnce} />
      <div className={styles['caption']}>
        <Skeleton isStill isAtOnce={isAtOnce} width="72%" height="10px" />
        <Skeleton isStill isAtOnce={isAtOnce} width="44%" height="10px" />
      </div>
    </>
  );
}

function PendingLine() {
  return (
    <div className={styles['pending-line']}>
      <Skeleton isStill isAtOnce width="72px" height="40px" />
      <Skeleton isStill isAtOnce width="40%" height="10px" />
    </div>
  );
}

function rowStyle({ top, columns }: Pick<GridRowViewProps, 'top' | 'columns'>): CSSProperties {
  return { translate: `0 ${top}px`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` };
}
