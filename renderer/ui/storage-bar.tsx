// What takes how much of the disk: one stacked bar and its legend. The legend says everything the bar shows.
import { formatBytes } from '../i18n/format.ts';
import { classNames } from './class-names.ts';
import styles from './storage-bar.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface StorageShare {
  readonly id: string;
  readonly label: string;
  readonly bytes: number;
}

export interface StorageBarProps {
  /** Largest first, six at most. */
  readonly shares: readonly StorageShare[];
  /** The total in words, for assistive technology: "41.3 GB on this device". */
  readonly label: string;
}

export function StorageBar({ shares, label }: StorageBarProps) {
  return (
    <div className={styles['storage']}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <div aria-hidden="true" className={styles['bar']}>
        {shares.map(({ id, bytes }, index) => (
          <span
            key={id}
            className={classNames(styles['part'], categoryOf(index))}
            style={{ flexGrow: bytes }}
          />
        ))}
      </div>
      <ul className={styles['legend']}>
        {shares.map(({ id, label: word, bytes }, index) => (
          <li key={id} className={styles['entry']}>
            <span aria-hidden="true" className={classNames(styles['swatch'], categoryOf(index))} />
            <span>{word}</span>
            <span className={styles['bytes']}>{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function categoryOf(index: number): string | undefined {
  return styles[`c${(index % 6) + 1}`];
}
