// Finding clips, as a person sees it: the column of filters, the chips of those that are on, the suggestions under the search box.
import type { Locator, Page } from '@playwright/test';

export class Finder {
  readonly window: Page;
  readonly column: Locator;
  readonly columnButton: Locator;
  readonly chips: Locator;
  readonly suggestions: Locator;
  readonly hint: Locator;
  constructor(window: Page) {
    this.window = window;
    this.column = window.getByRole('complementary', { name: 'Filters' });
    this.columnButton = window.getByRole('button', { name: 'Filters panel' });
    this.chips = window.getByRole('group', { name: 'Active filters' });
    this.suggestions = window.getByRole('listbox', { name: 'Suggestions' });
    this.hint = window.getByRole('status').filter({ hasText: 'is searched as text' });
  }
  /** A value in the column, by its words. */
  value(name: string): Locator {
    return this.column.getByRole('checkbox', { name, exact: true });
  }
  /** What a pointer meets of it. */
  line(name: string): Locator {
    const box = this.window.getByRole('checkbox', { name, exact: true });
    return this.column.locator('label').filter({ has: box });
  }
  heading(name: string): Locator {
    return this.column.getByRole('button', { name, exact: true });
  }
  chip(name: string): Locator {
    return this.chips.getByRole('button', { name: `Remove ${name}`, exact: true });
  }
  suggestion(name: string): Locator {
    return this.suggestions.getByRole('option', { name });
  }
}
