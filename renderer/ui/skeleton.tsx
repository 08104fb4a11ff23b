// Holds the place of what is still being read, in its final size, after 150 ms. Hidden from assistive technology:
// the region around it carries `aria-busy`.
import { classNames } from './class-names.ts';
import styles from './skeleton.module.css';

export interface SkeletonProps {
  /** CSS lengths, such as `80%` or `12px`. */
  readonly width?: string;
  readonly height?: string;
  /** 16:9, for a poster. */
  readonly isPoster?: boolean;
  readonly className?: string | undefined;
}

export function Skeleton({ width, height, isPoster = false, className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles['skeleton'], isPoster && styles['poster'], className)}
      style={{ ...(width !== undefined && { width }), ...(height !== undefined && { height }) }}
    />
  );
}
