// What only the cloud has, as a person meets it: in Your data, in the Library, and as a warning.
import type { Locator, Page } from '@playwright/test';

export class CloudCopies {
  readonly window: Page;
  readonly tab: Locator;
  readonly look: Locator;
  readonly list: Locator;
  /** In the Library. */
  readonly strip: Locator;
  readonly warning: Locator;
  constructor(window: Page) {
    this.window = window;
    this.tab = window.getByRole('tab', { name: 'Cloud copies' });
    this.look = window.getByRole('button', { name: 'Look now', exact: true });
    this.list = window.getByRole('list', { name: 'Only in the cloud', exact: true });
    this.strip = window.getByRole('region', { name: 'Only in the cloud', exact: true });
    this.warning = window.getByText(/only in the cloud, which removes/);
  }

  row(words: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: words });
  }
}
