// Erasing a part, as a person sees it: the question, its plan, the rules, the receipts.
import type { Locator, Page } from '@playwright/test';

export class EraseQuestion {
  readonly window: Page;
  readonly dialog: Locator;
  readonly cancel: Locator;
  readonly showPlan: Locator;
  constructor(window: Page) {
    this.window = window;
    this.dialog = window.getByRole('alertdialog').filter({ has: window.getByRole('heading') });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel', exact: true });
    this.showPlan = this.dialog.getByRole('button', { name: 'Show the plan' });
  }
  confirm(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
  /** `This device`, `Cloud` or `Both`. */
  async chooseWhere(place: string): Promise<void> {
    await this.dialog.getByRole('radiogroup', { name: 'Erase' }).getByText(place).click();
  }
  async choose(field: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(`${field}$`) }).click();
    await this.window.getByRole('option', { name: option, exact: true }).click();
  }
}

export class EraseDoors {
  readonly byDate: Locator;
  readonly byKind: Locator;
  readonly cloudOnly: Locator;
  readonly rules: Locator;
  readonly receipts: Locator;
  constructor(window: Page) {
    const button = (name: string) => window.getByRole('button', { name, exact: true });
    this.byDate = button('By date or rating');
    this.byKind = button('By kind');
    this.cloudOnly = button('Cloud copies only');
    this.rules = button('Clean-up rules');
    this.receipts = window.getByRole('table', { name: 'What was erased here' });
  }

  /** How far the receipts reach beyond their place, so that one would scroll sideways. */
  receiptsBeyondPx(): Promise<number> {
    return this.receipts.evaluate((table) => {
      const place = table.parentElement;
      return place === null ? Number.NaN : place.scrollWidth - place.clientWidth;
    });
  }
}
