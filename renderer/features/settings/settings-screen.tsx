// Settings: every section one under the other, a list of them at the left, one search through all. Changes count at once.
import { useEffect, useState } from 'react';
import { type SettingsSection, useRoute } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useAboutSection } from './sections/about-section.tsx';
import { useAppearanceSection } from './sections/appearance-section.tsx';
import { useDiagnosticsSection } from './sections/diagnostics-section.tsx';
import { useGenerationSection } from './sections/generation-section.tsx';
import { useLibrarySection } from './sections/library-section.tsx';
import { type Section, type SectionId, sectionIds } from './sections/section.ts';
import { useSecuritySection } from './sections/security-section.tsx';
import { findSettings } from './setting-search.ts';
import { SettingsNav } from './settings-nav.tsx';
import styles from './settings-screen.module.css';
import { SettingsSections } from './sections/settings-sections.tsx';
import { useShortcutsSection } from './sections/shortcuts-section.tsx';
import { useSectionScroll } from './sections/use-section-scroll.ts';

export function SettingsScreen() {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const all = useSections();
  const found = findSettings(all, search);
  const { scroller, current, goTo, letGo } = useSectionScroll(
    found.map(({ id }) => id),
    search,
  );
  useRouteStart(goTo);
  const find = (words: string) => {
    letGo();
    setSearch(words);
  };
  const goOutOfSearch = (id: SectionId) => {
    setSearch('');
    goTo(id);
  };
  return (
    <>
      <Toolbar title={t('settings:title')}>
        <SearchField
          label={t('settings:find')}
          placeholder={t('settings:find')}
          value={search}
          onChange={find}
          hotkey="/"
          className={styles['search']}
        />
      </Toolbar>
      <ScreenBody>
        <div className={styles['columns']}>
          <SettingsNav sections={all} current={current} onGo={goOutOfSearch} />
          <div ref={scroller} className={styles['scroll']}>
            <div className={styles['reading']}>
              <SettingsSections sections={found} />
              {found.length === 0 && (
                <EmptyState
                  title={t('settings:foundNone', { search: search.trim() })}
                  text={t('settings:foundNoneText')}
                  actions={<Button onPress={() => find('')}>{t('settings:showAll')}</Button>}
                />
              )}
            </div>
          </div>
        </div>
      </ScreenBody>
    </>
  );
}

/** In the order in which they are shown. */
function useSections(): readonly Section[] {
  return [
    useAppearanceSection(),
    useLibrarySection(),
    useGenerationSection(),
    useSecuritySection(),
    useShortcutsSection(),
    useDiagnosticsSection(),
    useAboutSection(),
  ];
}

/** An address with a section goes there; the plain one starts at the top. */
function useRouteStart(goTo: (id: SectionId) => void): void {
  const route = useRoute();
  const wanted: SettingsSection = route.screen === 'settings' ? route.section : 'general';
  useEffect(() => {
    const section = sectionIds.find((id) => id === wanted);
    if (section) goTo(section);
  }, [wanted, goTo]);
}
