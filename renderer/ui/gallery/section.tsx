// A box of the gallery with a heading, and a captioned sample inside it.
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './gallery.module.css';

export interface SectionProps {
  readonly title: string;
  /** Columns out of three. */
  readonly span?: 1 | 2 | 3;
  readonly children: ReactNode;
}

export function Section({ title, span = 1, children }: SectionProps) {
  return (
    <section aria-label={title} className={classNames(styles['section'], styles[`span-${span}`])}>
      <h2 className={styles['heading']}>{title}</h2>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}

export interface SampleProps {
  readonly caption: string;
  readonly children: ReactNode;
}

export function Sample({ caption, children }: SampleProps) {
  return (
    <div className={styles['sample']}>
      <span className={styles['caption']}>{caption}</span>
      {children}
    </div>
  );
}
