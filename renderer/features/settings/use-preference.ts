// One preference of the shell (appearance, keys, notifications), to be shown and changed.
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts';
import { queryKey, useStudioCommand, useStudioQuery } from '../../engine/queries.ts';
import { type KeptValue, useKeptValue } from '../../engine/use-kept-value.ts';

export type PreferenceState<K extends keyof Preferences> = KeptValue<Preferences[K]>;

export function usePreference<K extends keyof Preferences>(name: K): PreferenceState<K> {
  return useKeptValue<Preferences, K>(name, {
    key: queryKey('preferences.get', {}),
    values: useStudioQuery('preferences.get', {}).data ?? defaultPreferences,
    save: useStudioCommand('preferences.set'),
  });
}
