// Replaces the window when it cannot go on as it was: what is wrong, what is safe, and one recommended way.
// Must not offer anything that loses data without saying so.
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon, type IconGlyph } from '../ui/icon.tsx';
import { WarningIcon } from '../ui/icons.ts';
import { TextLink } from '../ui/text-link.tsx';
import styles from './recovery-screen.module.css';

export interface RecoveryScreenProps {
  readonly title: string;
  readonly lead: string;
  readonly glyph?: IconGlyph;
  /** `ChoiceCards` when there is more than one way. */
  readonly children?: ReactNode;
  /** One primary button, one neutral. */
  readonly actions: ReactNode;
  /** Copies what a supporter would want to know. */
  readonly onCopyDetails?: (() => void) | undefined;
}

export function RecoveryScreen(props: RecoveryScreenProps) {
  const { title, lead, glyph = WarningIcon, children, actions, onCopyDetails } = props;
  const t = useTranslate();
  return (
    <section role="alert" className={styles['screen']}>
      <div className={styles['box']}>
        <span className={styles['icon']}>
          <Icon glyph={glyph} size={20} />
        </span>
        <div className={styles['words']}>
          <h1 className={styles['title']}>{title}</h1>
          <p className={styles['lead']}>{lead}</p>
          {children}
          <div className={styles['actions']}>
            {actions}
            {onCopyDetails && (
              <span className={styles['details']}>
                <TextLink onPress={onCopyDetails}>{t('recovery:copyDetails')}</TextLink>
              </span>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}
