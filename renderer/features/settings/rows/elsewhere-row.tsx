// Whether clips made elsewhere with the same account come to this device by themselves.
import { useStudioSetting } from '../../../engine/use-studio-setting.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { Row } from '../sections/section.ts';

export function useElsewhereRow(): Row {
  const t = useTranslate();
  const { value, set, problem } = useStudioSetting('fetchElsewhere');
  return {
    id: 'fetch-elsewhere',
    title: t('elsewhere:byItself'),
    note: t('elsewhere:byItselfNote'),
    words: t('elsewhere:byItselfWords'),
    problem,
    control: (
      <Switch
        label={t('elsewhere:byItself')}
        isLabelHidden
        isSelected={value === 'automatic'}
        onChange={(isOn) => set(isOn ? 'automatic' : 'ask')}
      />
    ),
  };
}
