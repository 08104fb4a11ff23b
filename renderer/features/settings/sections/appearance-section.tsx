// How the window looks. Every change is seen at once; app/appearance.ts applies it.
import type { Preferences } from '#shared/domain/preferences.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { DeviceIcon } from '../../../ui/icons.ts';
import { type Segment, SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { Section } from './section.ts';
import styles from '../rows/setting-row.module.css';
import { type PreferenceState, usePreference } from '../use-preference.ts';

export function useAppearanceSection(): Section {
  const t = useTranslate();
  const theme = usePreference('theme');
  const contrast = usePreference('contrast');
  const motion = usePreference('motion');
  const notifications = usePreference('notifications');
  const system = { value: 'system', label: t('settings:system') } as const;
  return {
    id: 'appearance',
    title: t('settings:appearance'),
    icon: DeviceIcon,
    groups: [
      {
        id: 'appearance',
        rows: [
          {
            id: 'theme',
            title: t('settings:theme'),
            note: t('settings:themeNote'),
            words: t('settings:themeWords'),
            problem: theme.problem,
            control: (
              <PreferenceChoice
                label={t('settings:theme')}
                preference={theme}
                segments={[
                  { value: 'dark', label: t('settings:dark') },
                  { value: 'light', label: t('settings:light') },
                  system,
                ]}
              />
            ),
          },
          {
            id: 'contrast',
            title: t('settings:contrast'),
            note: t('settings:contrastNote'),
            words: t('settings:contrastWords'),
            problem: contrast.problem,
            control: (
              <PreferenceChoice
                label={t('settings:contrast')}
                preference={contrast}
                segments={[{ value: 'more', label: t('settings:more') }, system]}
              />
            ),
          },
          {
            id: 'motion',
            title: t('settings:motion'),
            note: t('settings:motionNote'),
            words: t('settings:motionWords'),
            problem: motion.problem,
            control: (
              <PreferenceChoice
                label={t('settings:motion')}
                preference={motion}
                segments={[
                  { value: 'full', label: t('settings:full') },
                  { value: 'reduced', label: t('settings:reduced') },
                  system,
                ]}
              />
            ),
          },
          {
            id: 'notifications',
            title: t('settings:notifications'),
            note: t('settings:notificationsNote'),
            words: t('settings:notificationsWords'),
            problem: notifications.problem,
            control: (
              <Switch
                label={t('settings:notifications')}
                isLabelHidden
                isSelected={notifications.value}
                onChange={notifications.set}
              />
            ),
          },
        ],
      },
    ],
  };
}

type Chosen = 'theme' | 'contrast' | 'motion' | 'language';

interface PreferenceChoiceProps<K extends Chosen> {
  readonly label: string;
  readonly preference: PreferenceState<K>;
  readonly segments: readonly Segment<Preferences[K]>[];
}

function PreferenceChoice<K extends Chosen>(props: PreferenceChoiceProps<K>) {
  const { label, preference, segments } = props;
  return (
    <div className={segments.length > 2 ? styles['three'] : styles['two']}>
      <SegmentedControl
        label={label}
        isLabelHidden
        isWide
        segments={segments}
        value={preference.value}
        onChange={preference.set}
      />
    </div>
  );
}
