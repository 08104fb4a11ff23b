// Words on the stage where there is no picture.
import type { ReactNode } from 'react';
import styles from './stage-message.module.css';

export interface StageMessageProps {
  readonly title: string;
  readonly text: string;
  /** A figure under it: credits that were given back. */
  readonly note?: string;
  /** Buttons. */
  readonly children?: ReactNode;
}

export function StageMessage({ title, text, note = '', children }: StageMessageProps) {
  return (
    <div className={styles['message']}>
      <p className={styles['title']}>{title}</p>
      {text !== '' && <p className={styles['text']}>{text}</p>}
      {note !== '' && <p className={styles['note']}>{note}</p>}
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
