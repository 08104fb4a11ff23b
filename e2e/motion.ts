// What moves on the screen, as the page's own list of animations tells it, with and without the wish for less.
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { CommandPalette } from './pages/commands-page.ts';
import { LibraryScreen, Navigation } from './pages/studio-pages.ts';

interface Motion {
  readonly name: string;
  readonly durationMs: number;
  readonly isEndless: boolean;
  /** Whose values are not the same from beginning to end. */
  readonly properties: readonly string[];
}

/** A card, a menu, the palette, a toast and three screens: what moved on the way. */
async function lookAround(window: Page, count: number): Promise<Motion[]> {
  await window.evaluate(() => {
    const seen = new Map<string, Motion>();
    const watching = { seen, isOn: true };
    Object.assign(globalThis, { watching });
    const look = () => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation;
        if (!(effect instanceof KeyframeEffect)) continue;
        const { duration, iterations } = effect.getComputedTiming();
        const frames = effect.getKeyframes();
        const names = [...new Set(frames.flatMap((frame) => Object.keys(frame)))];
        const own = new Set(['offset', 'computedOffset', 'easing', 'composite']);
        const figuresOf = (value: unknown) =>
          typeof value === 'string'
            ? (value.match(/-?\d*\.?\d+/g) ?? []).filter((figure) => Number(figure) !== 0).join()
            : '';
        const properties = names.filter(
          (property) =>
            !own.has(property) &&
            new Set(frames.map((frame) => figuresOf(frame[property]))).size > 1,
        );
        const name = animation instanceof CSSAnimation ? animation.animationName : animation.id;
        seen.set(`${name} ${properties.join()} ${String(duration)}`, {
          name,
          durationMs: Number(duration),
          isEndless: iterations === Infinity,
          properties,
        });
      }
      if (watching.isOn) requestAnimationFrame(look);
    };
    look();
  });
  const { cells } = new LibraryScreen(window);
  const { keyboard } = window;
  await cells.first().hover();
  await cells.first().click({ button: 'right' });
  await window.getByRole('menu').waitFor();
  await keyboard.press('Escape');
  await expect(window.getByRole('menu')).toHaveCount(0);
  const palette = new CommandPalette(window);
  await palette.open();
  await keyboard.press('Escape');
  await palette.closed();
  await cells.first().focus();
  await keyboard.press('Delete');
  await window.getByRole('alertdialog').first().waitFor();
  await keyboard.press('ControlOrMeta+z');
  for (const screen of ['Queue', 'Create', 'Library'] as const) {
    await new Navigation(window).open(screen);
  }
  await expect(cells).toHaveCount(count);
  return window.evaluate(() => {
    const { watching } = globalThis as unknown as {
      readonly watching: { isOn: boolean; readonly seen: ReadonlyMap<string, Motion> };
    };
    watching.isOn = false;
    return [...watching.seen.values()];
  });
}

/** The longest fade that is left. */
const fadeMs = 80;
const travels = /translate|transform|scale|width|height|inset|^(?:top|left|right|bottom)$/;

/** Starts and ends in a library of so many clips. */
export async function expectMotionCanBeReduced(window: Page, count: number): Promise<void> {
  const moving = await lookAround(window, count);
  expect(moving.some(({ durationMs }) => durationMs > fadeMs)).toBe(true);
  expect(moving.some(({ properties }) => properties.some((name) => travels.test(name)))).toBe(true);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await expect(window.locator('html')).toHaveAttribute('data-motion', 'reduced');
  // what had begun before may end as it began
  await expect.poll(() => window.evaluate(() => document.getAnimations().length)).toBe(0);
  const left = await lookAround(window, count);
  const tooMuch = left.filter(
    ({ durationMs, isEndless, properties }) =>
      durationMs > fadeMs || isEndless || properties.some((name) => travels.test(name)),
  );
  expect(tooMuch).toEqual([]);
}
