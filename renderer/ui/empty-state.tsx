// What will be here, one primary action, one way in from elsewhere, real examples. Never lorem ipsum.
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** Two sentences at most. */
  readonly text: string;
  /** One primary `Button`, and one neutral at most. */
  readonly actions?: ReactNode;
  /** Under a line: real examples to start from. */
  readonly examples?: ReactNode;
  /** Three empty frames above the title, where clips will be. */
  readonly hasFrames?: boolean;
}

export function EmptyState({ title, text, actions, examples, hasFrames = false }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      {hasFrames && (
        <div className={styles['frames']} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      )}
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      {examples !== undefined && <div className={styles['examples']}>{examples}</div>}
    </div>
  );
}
