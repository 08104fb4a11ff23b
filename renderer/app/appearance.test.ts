import { describe, expect, it } from 'vitest';
import { resolveAppearance, systemWish } from './appearance.ts';

const plainSystem = {
  prefersLight: false,
  prefersMoreContrast: false,
  prefersReducedMotion: false,
};

describe('resolveAppearance', () => {
  it('is dark when the system says nothing', () => {
    expect(resolveAppearance(systemWish, plainSystem)).toEqual({
      theme: 'dark',
      contrast: 'standard',
      motion: 'full',
    });
  });

  it('follows the system', () => {
    const system = { prefersLight: true, prefersMoreContrast: true, prefersReducedMotion: true };
    expect(resolveAppearance(systemWish, system)).toEqual({
      theme: 'light',
      contrast: 'more',
      motion: 'reduced',
    });
  });

  it('lets the person overrule the system', () => {
    const wish = { theme: 'dark', contrast: 'more', motion: 'full' } as const;
    const system = { prefersLight: true, prefersMoreContrast: false, prefersReducedMotion: true };
    expect(resolveAppearance(wish, system)).toEqual({
      theme: 'dark',
      contrast: 'more',
      motion: 'full',
    });
  });
});
