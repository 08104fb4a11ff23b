// The sections at the left, and which of them is in view. Must not scroll itself.
import { Button } from 'react-aria-components';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Section, SectionId } from './sections/section.ts';
import styles from './settings-nav.module.css';

export interface SettingsNavProps {
  readonly sections: readonly Section[];
  readonly current: SectionId | null;
  readonly onGo: (id: SectionId) => void;
}

export function SettingsNav({ sections, current, onGo }: SettingsNavProps) {
  const t = useTranslate();
  return (
    <nav aria-label={t('settings:sections')} className={styles['nav']}>
      <ul className={styles['list']}>
        {sections.map(({ id, title, icon }) => (
          <li key={id}>
            <Button
              {...(id === current && { 'aria-current': 'true' as const })}
              onPress={() => onGo(id)}
              className={styles['link'] ?? ''}
            >
              <Icon glyph={icon} size={14} />
              <span className={styles['word']}>{title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
