// One setting of the engine, to be shown and changed.
import { defaultStudioSettings, type StudioSettings } from '#shared/domain/studio-settings.ts';
import { queryKey, useStudioCommand, useStudioQuery } from './queries.ts';
import { type KeptValue, useKeptValue } from './use-kept-value.ts';

export function useStudioSetting<K extends keyof StudioSettings>(
  name: K,
): KeptValue<StudioSettings[K]> {
  return useKeptValue<StudioSettings, K>(name, {
    key: queryKey('settings.get', {}),
    values: useStudioQuery('settings.get', {}).data ?? defaultStudioSettings,
    save: useStudioCommand('settings.change'),
  });
}
