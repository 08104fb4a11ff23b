// The right pane: details of what is selected. Closable; over the content as a drawer when the window is narrow.
import { type ReactNode, useId } from 'react';
import { useTranslate } from '../i18n/translate-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { CloseIcon } from '../ui/icons.ts';
import styles from './inspector.module.css';

export interface InspectorProps {
  /** The accessible name, and the heading unless `head` is given. */
  readonly label: string;
  /** In place of the heading: a bare `SegmentedControl`. */
  readonly head?: ReactNode;
  readonly onClose?: () => void;
  /** `InspectorSection`s. */
  readonly children: ReactNode;
}

export function Inspector({ label, head, onClose, children }: InspectorProps) {
  const t = useTranslate();
  return (
    <aside aria-label={label} data-pane="inspector" className={styles['inspector']}>
      <div className={styles['head']}>
        {head ?? <h2 className={styles['title']}>{label}</h2>}
        {onClose && (
          <IconButton
            label={t('frame.closePanel')}
            glyph={CloseIcon}
            onPress={onClose}
            className={styles['close']}
          />
        )}
      </div>
      <div className={styles['scroll']}>{children}</div>
    </aside>
  );
}

export interface InspectorSectionProps {
  readonly title?: string;
  /** Small controls at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function InspectorSection({ title, actions, children }: InspectorSectionProps) {
  const titleId = useId();
  return (
    <section
      {...(title !== undefined && { 'aria-labelledby': titleId })}
      className={styles['section']}
    >
      {title !== undefined && (
        <div className={styles['section-head']}>
          <h3 id={titleId} className={styles['section-title']}>
            {title}
          </h3>
          {actions !== undefined && <div className={styles['section-actions']}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
