// A plain table: rows of 32 px, hairlines, no stripes, numbers at the right, the first column strong.
// Must not hold rows by the thousand: that is a virtual list.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './table.module.css';

export interface TableColumn<Row> {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  readonly tone?: 'plain' | 'strong' | 'muted' | 'mono';
  /** Its cells take a second line rather than make the table wider than its place. */
  readonly wraps?: boolean;
  /** Only from 1500 px window width. */
  readonly isWideOnly?: boolean;
}

export interface TableProps<Row> {
  /** The accessible name. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Drawn in place of the rows when there are none. */
  readonly empty?: ReactNode;
  /** The head stays in sight while the rows scroll. */
  readonly isHeadSticky?: boolean;
}

export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, empty, isHeadSticky = false } = props;
  return (
    <table aria-label={label} className={styles['table']}>
      <thead className={isHeadSticky ? styles['sticky'] : undefined}>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={cellClass(column)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && empty !== undefined && (
          <tr>
            <td colSpan={columns.length} className={styles['empty']}>
              {empty}
            </td>
          </tr>
        )}
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td
                key={column.id}
                className={classNames(
                  cellClass(column),
                  styles[column.tone ?? 'plain'],
                  column.wraps && styles['wraps'],
                )}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass(column: {
  readonly align?: 'start' | 'end';
  readonly isWideOnly?: boolean;
}): string {
  return classNames(
    column.align === 'end' && styles['end'],
    column.isWideOnly && styles['wide-only'],
  );
}
