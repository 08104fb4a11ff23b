// The three ways to look at the library, as a person chooses them.
import type { Locator, Page } from '@playwright/test';

export class Layouts {
  readonly window: Page;
  readonly scale: Locator;
  readonly headings: Locator;
  readonly cells: Locator;
  readonly picked: Locator;
  constructor(window: Page) {
    this.window = window;
    this.scale = window.getByRole('listbox', { name: 'Months' });
    this.headings = window.getByRole('table', { name: 'Columns' });
    this.cells = window.getByRole('grid').getByRole('gridcell');
    this.picked = window.getByRole('grid').getByRole('gridcell', { selected: true });
  }
  button(layout: 'Grid' | 'List' | 'Timeline'): Locator {
    return this.window.getByRole('button', { name: `Layout: ${layout}` });
  }
  async choose(from: 'Grid' | 'List' | 'Timeline', to: string): Promise<void> {
    await this.button(from).click();
    await this.window.getByRole('menuitem', { name: to, exact: true }).click();
  }
  heading(column: string): Locator {
    return this.headings.getByRole('button', { name: new RegExp(`^${column}:`) });
  }
  /** Which way the list is sorted by this column. */
  sorted(column: string): Locator {
    return this.headings.getByRole('columnheader', { name: new RegExp(`^${column}`) });
  }
  month(name: string): Locator {
    return this.scale.getByRole('option', { name: new RegExp(`^${name}`) });
  }
}
