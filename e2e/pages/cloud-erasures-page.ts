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

/** What a person thinks of a result, beside the player. */
export class RateTake {
  readonly section: Locator;
  readonly good: Locator;
  readonly poor: Locator;
  readonly about: Locator;
  readonly send: Locator;
  readonly takeBack: Locator;
  constructor(window: Page) {
    this.section = window.getByRole('region', { name: 'Rate this take' });
    this.good = this.section.getByRole('button', { name: 'Good' });
    this.poor = this.section.getByRole('button', { name: 'Poor' });
    this.about = this.section.getByRole('button', { name: /What about it/ });
    this.send = this.section.getByRole('button', { name: 'Send', exact: true });
    this.takeBack = this.section.getByRole('button', { name: 'Take back' });
  }
}
