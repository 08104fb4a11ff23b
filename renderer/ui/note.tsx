// A reason beside the thing it is about: a refusal, a warning, a fact. Coloured only by state.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconGlyph } from './icon.tsx';
import styles from './note.module.css';

export interface NoteProps {
  readonly icon: IconGlyph;
  readonly tone?: 'plain' | 'warning' | 'danger';
  readonly title?: string;
  readonly children: ReactNode;
  /** Announced when it appears, for a problem that a person has just caused. */
  readonly isAlert?: boolean;
}

export function Note({ icon, tone = 'plain', title, children, isAlert = false }: NoteProps) {
  return (
    <div {...(isAlert && { role: 'alert' })} className={classNames(styles['note'], styles[tone])}>
      <Icon glyph={icon} size={14} className={styles['icon']} />
      <div className={styles['words']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
