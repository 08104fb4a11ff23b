// A dot of 6 px for a state. Decoration: a word beside it says the same.
import { classNames } from './class-names.ts';
import styles from './status-dot.module.css';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

export interface StatusDotProps {
  readonly tone?: Tone;
}

export function StatusDot({ tone = 'neutral' }: StatusDotProps) {
  return <span aria-hidden="true" className={classNames(styles['dot'], styles[tone])} />;
}
