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
  /** Seen as soon as what is around it is seen: an animation each would be a layer each. */
  readonly isAtOnce?: boolean;
  readonly className?: string | undefined;
}

export function Skeleton(props: SkeletonProps) {
  const { width, height, isPoster, isStill, isAtOnce, className } = props;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        styles['skeleton'],
        isPoster && styles['poster'],
        isStill && styles['still'],
        isAtOnce && styles['at-once'],
        className,
      )}
      style={{ ...(width !== undefined && { width }), ...(height !== undefined && { height }) }}
    />
  );
}
