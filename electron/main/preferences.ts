// What must be known before the engine is up: appearance, window, where the library is. `preferences.json` in userData. Loaded before the
// window is there, so without the schema library: what holds is decided in appearance.ts.
import Store from 'electron-store';
import type { mappedPreferenceFile } from '#shared/domain/data-map/names.ts';
import { defaultPreferences, type Preferences, themes } from '#shared/domain/preferences.ts';
import { basename, dirname } from 'node:path';

export interface WindowState {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
  /** Where the window was left, when a start begins there again. */
  readonly screen?: string;
}

interface Forms {
  readonly appearance: unknown;
  readonly libraryPath: string;
  readonly window: WindowState;
}
/** What the data map does not describe cannot be kept. */
type Stored = { [N in keyof typeof mappedPreferenceFile]?: Forms[N] };

export interface PreferenceStore {
  /** As it was found; nobody has looked at it. */
  appearance(): unknown;
  setAppearance(appearance: Preferences): void;
  /** For the window's first colour. */
  theme(): Preferences['theme'];
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
  return {
    appearance: () => store.get('appearance') ?? {},
    setAppearance: (appearance) => store.set('appearance', appearance),
    theme: () => themeOf(store.get('appearance')),
    libraryPath: () => store.get('libraryPath') ?? defaultLibrary,
    setLibraryPath: (path) => store.set('libraryPath', path),
    libraryIsDefault: () => (store.get('libraryPath') ?? defaultLibrary) === defaultLibrary,
    window: () => store.get('window') ?? null,
    setWindow: (state) => store.set('window', state),
  };
}

function themeOf(appearance: unknown): Preferences['theme'] {
  const { theme } = (appearance ?? {}) as { readonly theme?: unknown };
  return themes.find((known) => known === theme) ?? defaultPreferences.theme;
}

/** The last two names of a path: enough for its owner to know the place, and no absolute path. */
export function placeLabel(path: string): string {
  return `${basename(dirname(path))} / ${basename(path)}`;
}
