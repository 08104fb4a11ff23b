// A clip in a grid: its poster and two lines under it. Drawing only: selection, keys and hover scrubbing belong to the grid.
import type { ReactNode } from 'react';
import styles from './clip-card.module.css';
import { Poster, type PosterProps } from './poster.tsx';

export interface ClipCardProps extends PosterProps {
  readonly title: string;
  /** Model and resolution, or what a job is doing. */
  readonly note: ReactNode;
  /** Before the title, such as `LabelDot`. */
  readonly mark?: ReactNode;
  /** At the right end of the second line, such as a rating. */
  readonly noteEnd?: ReactNode;
}

export function ClipCard({ title, note, mark, noteEnd, ...poster }: ClipCardProps) {
  return (
    <div className={styles['card']}>
      <Poster {...poster} />
      <p className={styles['title']} dir="auto">
        {mark}
        {title}
      </p>
      <p className={styles['note']}>
        <span className={styles['words']}>{note}</span>
        {noteEnd}
      </p>
    </div>
  );
}
