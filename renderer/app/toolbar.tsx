// The top bar of a screen, 48 px: title and note at the left, actions at the right. The window is moved by it.
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from '../i18n/translate-context.tsx';
import styles from './toolbar.module.css';

export interface ToolbarProps {
  /** The screen's heading and the window's title. */
  readonly title: string;
  /** Muted, after the title: a count, a state. */
  readonly note?: ReactNode;
  /** Before the title: the way back. */
  readonly leading?: ReactNode;
  /** After the note: the search box, the favourite star. */
  readonly titleEnd?: ReactNode;
  /** At the right end. Put `<ToolbarLine />` between groups. */
  readonly children?: ReactNode;
}

export function Toolbar({ title, note, leading, titleEnd, children }: ToolbarProps) {
  const t = useTranslate();
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  return (
    <header data-pane="toolbar" className={styles['toolbar']}>
      {leading}
      <h1 className={styles['title']} dir="auto">
        {title}
      </h1>
      {note !== undefined && <div className={styles['note']}>{note}</div>}
      {titleEnd !== undefined && <div className={styles['title-end']}>{titleEnd}</div>}
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </header>
  );
}

export function ToolbarLine() {
  return <span aria-hidden="true" className={styles['line']} />;
}
