// How much of a known total is done, 4 px high. Without a total it says so in words and shows no false share.
import { Label, ProgressBar } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './meter.module.css';

export interface MeterProps {
  /** The accessible name; seen above unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** From 0 to 1; `null` while the total is not known. */
  readonly share: number | null;
  /** What is read out and seen at the right: "12.4 of 41.2 GB". */
  readonly valueText?: string | undefined;
  /** 3 px on posters and in buttons. */
  readonly isThin?: boolean;
  readonly tone?: 'accent' | 'success' | 'danger';
  readonly className?: string | undefined;
}

export function Meter(props: MeterProps) {
  const { label, isLabelHidden = false, share, valueText, isThin = false, tone = 'accent' } = props;
  const percent = share === null ? 0 : Math.min(100, Math.max(0, share * 100));
  return (
    <ProgressBar
      {...(isLabelHidden && { 'aria-label': label })}
      {...(valueText !== undefined && { valueLabel: valueText })}
      value={percent}
      isIndeterminate={share === null}
      className={classNames(styles['meter'], props.className)}
    >
      {!isLabelHidden && (
        <div className={styles['label-row']}>
          <Label>{label}</Label>
          {valueText !== undefined && <span className={styles['value']}>{valueText}</span>}
        </div>
      )}
      <div
        className={classNames(
          styles['track'],
          styles[tone],
          isThin && styles['thin'],
          share === null && styles['unknown'],
        )}
      >
        <div className={styles['fill']} style={{ width: `${share === null ? 100 : percent}%` }} />
      </div>
    </ProgressBar>
  );
}
