// Keeping clips in order, as a person sees it: cards, the bar of the selection, the trash, toasts.
import type { Locator, Page } from '@playwright/test';

export class OrganisedLibrary {
  readonly window: Page;
  readonly bar: Locator;
  readonly toasts: Locator;
  readonly cells: Locator;
  readonly picked: Locator;
  constructor(window: Page) {
    this.window = window;
    this.bar = window.getByRole('toolbar');
    this.toasts = window.getByRole('alertdialog');
    this.cells = window.getByRole('grid').getByRole('gridcell');
    this.picked = window.getByRole('grid').getByRole('gridcell', { selected: true });
  }
  card(words: string): Locator {
    return this.cells.filter({ hasText: words });
  }
  action(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true });
  }
  /** From a menu of the bar. */
  async choose(menu: string, item: string): Promise<void> {
    await this.action(menu).click();
    await this.window.getByRole('menuitem', { name: item, exact: true }).click();
  }
  toast(words: string): Locator {
    return this.toasts.filter({ hasText: words });
  }
  async undoFrom(words: string): Promise<void> {
    await this.toast(words).getByRole('button', { name: 'Undo', exact: true }).click();
  }
  /** All clips, Favourites or Trash. */
  async show(place: string): Promise<void> {
    await this.window.getByRole('radiogroup', { name: 'Show' }).getByText(place).click();
  }
}
