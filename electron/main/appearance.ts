// How the window looks and speaks, as it was chosen: what does not fit its schema does not hold.
import { preferencesSchema } from '#shared/contract/shell.ts';
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts';
import type { PreferenceStore } from './preferences.ts';

export interface Appearance {
  read(): Preferences;
  write(change: Partial<Preferences>): Preferences;
}

export function createAppearance(store: PreferenceStore): Appearance {
  const read = (): Preferences => {
    const parsed = preferencesSchema.partial().safeParse(store.appearance());
    return { ...defaultPreferences, ...(parsed.success ? parsed.data : {}) } as Preferences;
  };
  return {
    read,
    write: (change) => {
      const next = { ...read(), ...change };
      store.setAppearance(next);
      return next;
    },
  };
}
