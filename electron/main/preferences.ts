// What must be known before the engine is up: appearance, window, where the library is. `preferences.json` in userData.
import Store from 'electron-store';
import { preferencesSchema } from '#shared/contract/shell.ts';
import type { mappedPreferenceFile } from '#shared/domain/data-map/names.ts';
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts';
import { basename, dirname } from 'node:path';

export interface WindowState {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

interface Forms {
  readonly appearance: unknown;
  readonly libraryPath: string;
  readonly window: WindowState;
}
/** What the data map does not describe cannot be kept. */
type Stored = { [N in keyof typeof mappedPreferenceFile]?: Forms[N] };

export interface PreferenceStore {
  read(): Preferences;
  write(change: Partial<Preferences>): Preferences;
  libraryPath(): string;
  setLibraryPath(path: string): void;
  libraryIsDefault(): boolean;
  window(): WindowState | null;
  setWindow(state: WindowState): void;
}

export function createPreferenceStore(home: string, defaultLibrary: string): PreferenceStore {
  const store = new Store<Stored>({
    cwd: home,
    name: 'preferences',
    clearInvalidConfig: true, // a damaged file costs a theme, never the start
  });
  const read = (): Preferences => {
    const parsed = preferencesSchema.partial().safeParse(store.get('appearance') ?? {});
    return { ...defaultPreferences, ...(parsed.success ? parsed.data : {}) } as Preferences;
  };
  return {
    read,
    write: (change) => {
      const next = { ...read(), ...change };
      store.set('appearance', next);
      return next;
    },
    libraryPath: () => store.get('libraryPath') ?? defaultLibrary,
    setLibraryPath: (path) => store.set('libraryPath', path),
    libraryIsDefault: () => (store.get('libraryPath') ?? defaultLibrary) === defaultLibrary,
    window: () => store.get('window') ?? null,
    setWindow: (state) => store.set('window', state),
  };
}

/** The last two names of a path: enough for its owner to know the place, and no absolute path. */
export function placeLabel(path: string): string {
  return `${basename(dirname(path))} / ${basename(path)}`;
}
