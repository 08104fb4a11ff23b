// What is under a screen's bars: the content, and beside it an inspector. Each is a pane of its own for F6.
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import styles from './screen-body.module.css';

export interface ScreenBodyProps {
  readonly children: ReactNode;
  /** An `Inspector`, or nothing. */
  readonly inspector?: ReactNode;
  /** A column before the content: what it can be narrowed down by. */
  readonly leading?: ReactNode;
  /** The content scrolls as a whole. Leave it off where parts scroll by themselves. */
  readonly isScrolling?: boolean;
  /** Padding of 16 px around the content. */
  readonly isPadded?: boolean;
}

export function ScreenBody(props: ScreenBodyProps) {
  const { children, inspector, leading, isScrolling = false, isPadded = false } = props;
  return (
    <div className={styles['body']}>
      {leading}
      <div
        data-pane="content"
        className={classNames(
          styles['content'],
          isScrolling && styles['scrolling'],
          isPadded && styles['padded'],
        )}
      >
        {children}
      </div>
      {inspector}
    </div>
  );
}

/** A bar of 40 px under the toolbar, for active filters and totals. */
export function SubBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles['sub-bar']}>{children}</div>;
}
