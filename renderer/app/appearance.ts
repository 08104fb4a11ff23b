// Resolves "follow the system" and writes the answer on <html>, where tokens.css reads it. Must not store anything.
import type { Preferences } from '#shared/domain/preferences.ts';

export type AppearanceWish = Pick<Preferences, 'theme' | 'contrast' | 'motion'>;

export interface SystemAppearance {
  readonly prefersLight: boolean;
  readonly prefersMoreContrast: boolean;
  readonly prefersReducedMotion: boolean;
}

export interface Appearance {
  readonly theme: 'dark' | 'light';
  readonly contrast: 'standard' | 'more';
  readonly motion: 'full' | 'reduced';
}

export const systemWish = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
} as const satisfies AppearanceWish;

export function resolveAppearance(wish: AppearanceWish, system: SystemAppearance): Appearance {
  const systemTheme = system.prefersLight ? 'light' : 'dark';
  const systemContrast = system.prefersMoreContrast ? 'more' : 'standard';
  const systemMotion = system.prefersReducedMotion ? 'reduced' : 'full';
  return {
    theme: wish.theme === 'system' ? systemTheme : wish.theme,
    contrast: wish.contrast === 'system' ? systemContrast : wish.contrast,
    motion: wish.motion === 'system' ? systemMotion : wish.motion,
  };
}

const queries = {
  prefersLight: '(prefers-color-scheme: light)',
  prefersMoreContrast: '(prefers-contrast: more)',
  prefersReducedMotion: '(prefers-reduced-motion: reduce)',
} as const satisfies Record<keyof SystemAppearance, string>;

/** Applies the wish now and whenever the system changes. Returns a function that stops following. */
export function applyAppearance(
  wish: AppearanceWish,
  root: HTMLElement = document.documentElement,
): () => void {
  const lists = Object.values(queries).map((query) => matchMedia(query));
  const write = () => {
    const { theme, contrast, motion } = resolveAppearance(wish, readSystem());
    root.dataset['theme'] = theme;
    root.dataset['contrast'] = contrast;
    root.dataset['motion'] = motion;
  };
  write();
  for (const list of lists) list.addEventListener('change', write);
  return () => {
    for (const list of lists) list.removeEventListener('change', write);
  };
}

function readSystem(): SystemAppearance {
  return {
    prefersLight: matchMedia(queries.prefersLight).matches,
    prefersMoreContrast: matchMedia(queries.prefersMoreContrast).matches,
    prefersReducedMotion: matchMedia(queries.prefersReducedMotion).matches,
  };
}
