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
  /** Without the sheen: where there are dozens, each would be painted at every frame. */
  readonly isStill?: boolean;
  readonly className?: string | undefined;
}

export function Skeleton({ width, height, isPoster, isStill, className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        styles['skeleton'],
        isPoster && styles['poster'],
        isStill && styles['still'],
        className,
      )}
      style={{ ...(width !== undefined && { width }), ...(height !== undefined && { height }) }}
    />
  );
}
