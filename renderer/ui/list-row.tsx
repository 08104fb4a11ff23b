// A row of a list: 56 px with a thumb, 40 plain, 32 dense. Actions at the right, always to be seen, never only on hover.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './list-row.module.css';

export interface ListRowProps {
  readonly title: ReactNode;
  /** Muted, under the title. */
  readonly note?: ReactNode;
  /** At the left: a `MediaFrame` of 68 px, an icon. */
  readonly leading?: ReactNode;
  /** Columns between words and actions, such as `Steps` or a figure. */
  readonly middle?: ReactNode;
  /** Icon buttons. */
  readonly actions?: ReactNode;
  readonly height?: 32 | 40 | 56;
  readonly isSelected?: boolean;
  /** Makes the title a link that takes presses on the whole row; actions stay on top of it. */
  readonly href?: string;
  readonly className?: string | undefined;
}

/** Goes inside a `ul`. */
export function ListRow(props: ListRowProps) {
  const { title, note, leading, middle, actions, height = 40, isSelected = false } = props;
  const { href, className } = props;
  return (
    <li
      className={classNames(
        styles['row'],
        styles[`h${height}`],
        isSelected && styles['selected'],
        className,
      )}
    >
      {leading}
      <div className={styles['words']}>
        <div className={styles['title']} dir="auto">
          {href === undefined ? (
            title
          ) : (
            <a href={href} aria-current={isSelected || undefined} className={styles['link']}>
              {title}
            </a>
          )}
        </div>
        {note !== undefined && <div className={styles['note']}>{note}</div>}
      </div>
      {middle}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </li>
  );
}
