// What axe says of the window as it is, without what is known to be right as it is.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { showScreen } from '../show-screen.ts';

/** A cell of the grid is named by its title alone; duration and model, which it shows too, are its description. */
function isCellName(rule: string, nodes: readonly { readonly html: string }[]): boolean {
  return (
    rule === 'label-content-name-mismatch' &&
    nodes.every(({ html }) => html.startsWith('<div role="gridcell"'))
  );
}

/** React Aria hangs a popover, with a button of its own before and after the dialog in it, beside the page's landmarks. */
function isPopoverRoot(rule: string, nodes: readonly { readonly html: string }[]): boolean {
  return (
    rule === 'region' && nodes.every(({ html }) => html === '<div style="display: contents;">')
  );
}

/** The list of the palette is moved through from its search box, which keeps the focus and scrolls it. */
function isPaletteList(rule: string, nodes: readonly { readonly html: string }[]): boolean {
  return (
    rule === 'scrollable-region-focusable' &&
    nodes.every(({ html }) => html.includes('aria-label="Commands" role="menu"'))
  );
}

const quietMs = 200;
/** A clip that is being made changes the page all the time. */
const mostMs = 2000;

/** Waits until nothing is loaded, fades or changes any more: what fades in has its final contrast then. */
async function settle(window: Page): Promise<void> {
  await window.evaluate(
    async ([quiet, most]) => {
      const startedAt = performance.now();
      let changedAt = startedAt;
      const observer = new MutationObserver(() => {
        changedAt = performance.now();
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      const isMoving = () =>
        document.querySelector('main [aria-busy="true"]') !== null ||
        document.getAnimations().some((animation) => {
          const isEndless = animation.effect?.getComputedTiming().endTime === Infinity;
          return !isEndless && animation.playState === 'running';
        });
      while (isMoving() || performance.now() - changedAt < quiet) {
        if (performance.now() - startedAt > most) break;
        await new Promise(requestAnimationFrame);
      }
      observer.disconnect();
    },
    [quietMs, mostMs] as const,
  );
}

export async function findings(window: Page): Promise<string[]> {
  await settle(window);
  // Legacy mode: the other one opens a page of its own, which this app refuses.
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    // what is in order is not told, and the style sheets are not fetched anew, which none of these rules asks for
    .options({ resultTypes: ['violations'], preload: false })
    .exclude('[data-live-announcer]') // React Aria's: words for a screen reader, whose source may be gone
    .analyze();
  return violations
    .filter(
      ({ id, nodes }) =>
        !isCellName(id, nodes) && !isPopoverRoot(id, nodes) && !isPaletteList(id, nodes),
    )
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')})`,
    );
}

export async function go(window: Page, hash: string): Promise<void> {
  await showScreen(window, hash);
  await settle(window);
}
