// One setting: its words at the left, its control at the right, what follows from it below. Must not know which setting it is.
import { ProblemIcon } from '../../../ui/icons.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Note } from '../../../ui/note.tsx';
import { StatusDot } from '../../../ui/status-dot.tsx';
import type { Row } from '../sections/section.ts';
import styles from './setting-row.module.css';

export interface SettingRowProps {
  readonly row: Row;
  readonly isDense: boolean;
}

/** Goes inside a `ul`. */
export function SettingRow({ row, isDense }: SettingRowProps) {
  const { title, note, tone, control, below, problem } = row;
  return (
    <li className={classNames(styles['row'], isDense && styles['dense'])}>
      <div className={styles['line']}>
        <div className={styles['words']}>
          <p className={styles['title']}>{title}</p>
          {note !== undefined && (
            <p className={styles['note']}>
              {tone && <StatusDot tone={tone} />}
              {note}
            </p>
          )}
        </div>
        {control !== undefined && <div className={styles['control']}>{control}</div>}
      </div>
      {below !== undefined && <div className={styles['below']}>{below}</div>}
      {problem !== undefined && (
        <div className={styles['below']}>
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {problem}
          </Note>
        </div>
      )}
    </li>
  );
}
