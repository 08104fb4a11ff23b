// How the window looks and speaks: what can be chosen, and what holds until something is.

export const themes = ['system', 'dark', 'light'] as const;
export const contrasts = ['system', 'more'] as const;
export const motions = ['system', 'reduced', 'full'] as const;
export const languages = ['system', 'en'] as const;

export interface Preferences {
  theme: (typeof themes)[number];
  contrast: (typeof contrasts)[number];
  motion: (typeof motions)[number];
  language: (typeof languages)[number];
}

export const defaultPreferences: Readonly<Preferences> = {
  theme: 'dark',
  contrast: 'system',
  motion: 'system',
  language: 'system',
};
