// A group on the content surface: a head with title, note and action, and a body. Never a panel inside a panel.
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconGlyph } from './icon.tsx';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title?: string;
  /** Muted, after the title. */
  readonly note?: string;
  readonly icon?: IconGlyph;
  /** At the right of the head. */
  readonly actions?: ReactNode;
  /** The body gets a padding; leave it off for tables and rows. */
  readonly isPadded?: boolean;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

export function Panel(props: PanelProps) {
  const { title, note, icon, actions, isPadded = false, children, className } = props;
  const titleId = useId();
  return (
    <section
      {...(title !== undefined && { 'aria-labelledby': titleId })}
      className={classNames(styles['panel'], className)}
    >
      {title !== undefined && (
        <header className={styles['head']}>
          {icon && <Icon glyph={icon} className={styles['icon']} />}
          <h2 id={titleId} className={styles['title']}>
            {title}
          </h2>
          {note !== undefined && <span className={styles['note']}>{note}</span>}
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </header>
      )}
      {isPadded ? <div className={styles['body']}>{children}</div> : children}
    </section>
  );
}
