// How the window looks and speaks: what can be chosen, and what holds until something is.

import type { ChosenKeys } from '../commands.ts';

export const themes = ['system', 'dark', 'light'] as const;
export const contrasts = ['system', 'more'] as const;
export const motions = ['system', 'reduced', 'full'] as const;
export const languages = ['system', 'en'] as const;

export const libraryLayouts = ['grid', 'list', 'timeline'] as const;
export type LibraryLayout = (typeof libraryLayouts)[number];

export interface Preferences {
  theme: (typeof themes)[number];
  contrast: (typeof contrasts)[number];
  motion: (typeof motions)[number];
  language: (typeof languages)[number];
  /** Tells of clips that are ready while the window is behind others. */
  notifications: boolean;
  /** Keys that the user chose for commands; `null` takes them away. */
  shortcuts: ChosenKeys;
  libraryLayout: LibraryLayout;
}

export const defaultPreferences: Readonly<Preferences> = {
  theme: 'dark',
  contrast: 'system',
  motion: 'system',
  language: 'system',
  notifications: true,
  shortcuts: {},
  libraryLayout: 'grid',
};
