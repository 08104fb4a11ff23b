// The colour of a label as a dot. Says nothing by itself: put its word beside it, or give it to what it marks.
import type { Label } from '#shared/domain/clip-change.ts';
import { classNames } from './class-names.ts';
import styles from './label-dot.module.css';

export interface LabelDotProps {
  /** `null` draws an empty ring. */
  readonly label: Label | null;
  readonly size?: 'sm' | 'md';
}

export function LabelDot({ label, size = 'sm' }: LabelDotProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles['dot'], styles[size], styles[label ?? 'none'])}
    />
  );
}
