// Deletions in the cloud as a person sees them: beside the clip, and in the receipts of Your data.
import type { Locator, Page } from '@playwright/test';

export class KeepHereSection {
  readonly keepHere: Locator;
  readonly erased: Locator;
  constructor(window: Page) {
    this.keepHere = window.getByRole('button', { name: 'Keep only on this device', exact: true });
    this.erased = window.getByText(/^Cloud copy: erased /);
  }
}

export class ReceiptsTab {
  readonly tab: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  constructor(window: Page) {
    this.tab = window.getByRole('tab', { name: /^Receipts/ });
    this.list = window.getByRole('list', { name: 'Erased in the cloud', exact: true });
    this.rows = this.list.locator(':scope > li');
  }
  async open(): Promise<void> {
    await this.tab.click();
    await this.list.waitFor();
  }
  details(words: RegExp): Locator {
    return this.list.getByRole('button', { name: words });
  }
}
