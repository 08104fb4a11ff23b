// One preference: seen at once, kept by the shell, and back as it was when it cannot be kept.
import { useQueryClient } from '@tanstack/react-query';
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts';
import { errorWords } from '../../engine/error-words.ts';
import { queryKey, useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';

export interface PreferenceState<K extends keyof Preferences> {
  readonly value: Preferences[K];
  readonly problem: string | undefined;
  set(value: Preferences[K]): void;
}

export function usePreference<K extends keyof Preferences>(name: K): PreferenceState<K> {
  const t = useTranslate();
  const client = useQueryClient();
  const key = queryKey('preferences.get', {});
  const shown = useStudioQuery('preferences.get', {}).data ?? defaultPreferences;
  const save = useStudioCommand('preferences.set');
  const show = (change: Partial<Preferences>) =>
    client.setQueryData<Preferences>(key, (known) => ({
      ...(known ?? defaultPreferences),
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
