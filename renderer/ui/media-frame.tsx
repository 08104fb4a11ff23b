// The stage behind a picture or a video: 16:9 on the stage colour. Other shapes are fitted, never cropped or stretched.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './media-frame.module.css';

export interface MediaFrameProps {
  /** One `img` or `video`, and whatever lies over it (absolutely placed). */
  readonly children?: ReactNode;
  /** Corners of 5 px in rows, 7 on cards, 10 on the stage of Create, none in the Viewer. */
  readonly radius?: 'none' | 'sm' | 'md' | 'lg';
  /** 16:9 unless `fill`, which takes the room there is. */
  readonly shape?: '16:9' | '4:3' | 'fill';
  /** `cover` only for 16:9 posters, where nothing is lost. */
  readonly fit?: 'contain' | 'cover';
  readonly isSelected?: boolean;
  readonly className?: string | undefined;
}

export function MediaFrame(props: MediaFrameProps) {
  const { children, radius = 'md', shape = '16:9', fit = 'contain', isSelected = false } = props;
  return (
    <div
      className={classNames(
        styles['frame'],
        styles[`radius-${radius}`],
        styles[shapeClass[shape]],
        styles[fit],
        isSelected && styles['selected'],
        props.className,
      )}
    >
      {children}
    </div>
  );
}

const shapeClass = { '16:9': 'wide', '4:3': 'classic', fill: 'fill' } as const;
