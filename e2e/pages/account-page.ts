// The Account screen as a person sees it, with locators by accessible name.
import type { Locator, Page } from '@playwright/test';

export class AccountScreen {
  readonly window: Page;
  readonly consents: Locator;
  readonly requests: Locator;
  readonly history: Locator;
  readonly writeRequest: Locator;
  readonly dialog: Locator;
  constructor(window: Page) {
    this.window = window;
    this.consents = window.getByRole('region', { name: 'Consents', exact: true });
    this.requests = window.getByRole('region', { name: 'Requests about your data', exact: true });
    this.history = this.consents.getByRole('button', { name: 'History', exact: true });
    this.writeRequest = this.requests.getByRole('button', { name: 'Write a request…' });
    this.dialog = window.getByRole('dialog');
  }

  choice(name: string): Locator {
    return this.consents.getByRole('switch', { name, exact: true });
  }

  dialogButton(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}
