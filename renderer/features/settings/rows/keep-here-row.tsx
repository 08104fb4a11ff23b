// Whether the cloud's copy goes as soon as a result is on this disk and verified.
import { useStudioSetting } from '../../../engine/use-studio-setting.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { Row } from '../sections/section.ts';

export function useKeepHereRow(): Row {
  const t = useTranslate();
  const { value, set, problem } = useStudioSetting('keepOnlyHere');
  return {
    id: 'keep-only-here',
    title: t('erasures:setting'),
    note: t('erasures:settingNote'),
    words: t('erasures:settingWords'),
    problem,
    control: (
      <Switch label={t('erasures:setting')} isLabelHidden isSelected={value} onChange={set} />
    ),
  };
}
