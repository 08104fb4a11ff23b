// What axe says of the window as it is, without what is known to be right as it is.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

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

export async function findings(window: Page): Promise<string[]> {
  // Legacy mode: the other one opens a page of its own, which this app refuses.
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
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
  await window.evaluate((address) => {
    globalThis.location.hash = address;
  }, hash);
  await window.waitForTimeout(700); // what fades in has its final contrast then
}
