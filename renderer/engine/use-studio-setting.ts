// One setting of the engine: seen at once, kept by the engine, and back as it was when it cannot be kept.
import { useQueryClient } from '@tanstack/react-query';
import { defaultStudioSettings, type StudioSettings } from '#shared/domain/studio-settings.ts';
import { errorWords } from './error-words.ts';
import { queryKey, useStudioCommand, useStudioQuery } from './queries.ts';
import { useTranslate } from '../i18n/translate-context.tsx';

export interface StudioSettingState<K extends keyof StudioSettings> {
  readonly value: StudioSettings[K];
  readonly problem: string | undefined;
  set(value: StudioSettings[K]): void;
}

export function useStudioSetting<K extends keyof StudioSettings>(name: K): StudioSettingState<K> {
  const t = useTranslate();
  const client = useQueryClient();
  const key = queryKey('settings.get', {});
  const shown = useStudioQuery('settings.get', {}).data ?? defaultStudioSettings;
  const save = useStudioCommand('settings.change');
  const show = (change: Partial<StudioSettings>) =>
    client.setQueryData<StudioSettings>(key, (known) => ({
      ...(known ?? defaultStudioSettings),
      ...change,
    }));
  return {
    value: shown[name],
    problem: save.error ? t('settings:notSaved', { reason: errorWords(t, save.error) }) : undefined,
    set: (value) => {
      const before = shown[name];
      show({ [name]: value });
      // A promise, which also goes back when the screen has been left meanwhile.
      save.mutateAsync({ [name]: value }).catch(() => show({ [name]: before }));
    },
  };
}
