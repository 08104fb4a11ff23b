// Collections and saved searches, as a person sees them: the lists in the sidebar, their menus, the dialog that asks for a name.
import type { Locator, Page } from '@playwright/test';

export class Collections {
  readonly window: Page;
  readonly list: Locator;
  readonly searches: Locator;
  readonly add: Locator;
  readonly name: Locator;
  readonly title: Locator;
  constructor(window: Page) {
    this.window = window;
    this.list = window.getByRole('navigation', { name: 'Collections' });
    this.searches = window.getByRole('navigation', { name: 'Saved searches' });
    this.add = window.getByRole('button', { name: 'New collection' });
    this.name = window.getByRole('textbox', { name: 'Name' });
    this.title = window.getByRole('heading', { level: 1 });
  }
  link(name: string): Locator {
    return this.list.getByRole('link', { name, exact: true });
  }
  search(name: string): Locator {
    return this.searches.getByRole('link', { name, exact: true });
  }
  async create(name: string): Promise<void> {
    await this.add.click();
    await this.name.fill(name);
    await this.window.keyboard.press('Enter');
  }
  /** From the menu of an entry in the sidebar. */
  async choose(entry: Locator, item: string): Promise<void> {
    await entry.click({ button: 'right' });
    await this.window.getByRole('menuitem', { name: item, exact: true }).click();
  }
}
