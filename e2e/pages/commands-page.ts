// The command palette and the keys of commands in Settings, with locators by accessible name.
import { expect, type Locator, type Page } from '@playwright/test';

export class CommandPalette {
  readonly window: Page;
  readonly dialog: Locator;
  readonly search: Locator;
  constructor(window: Page) {
    this.window = window;
    this.dialog = window.getByRole('dialog', { name: 'Commands', exact: true });
    this.search = this.dialog.getByRole('searchbox', { name: 'Commands', exact: true });
  }

  /** What is typed from now on is searched for. */
  async open(keys = 'ControlOrMeta+k'): Promise<void> {
    await this.closed();
    await this.window.keyboard.press(keys);
    await expect(this.search).toBeFocused();
  }

  /** Gone for good: while it fades it still takes the keys. */
  async closed(): Promise<void> {
    await expect(this.dialog).toHaveCount(0);
  }

  row(name: string | RegExp): Locator {
    return this.dialog.getByRole('menuitem', { name });
  }
}

export class KeysDialog {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly use: Locator;
  readonly original: Locator;
  constructor(window: Page, command: string) {
    this.dialog = window.getByRole('dialog', { name: `New keys for ${command}`, exact: true });
    this.field = this.dialog.getByRole('textbox', { name: 'Press the new keys', exact: true });
    this.use = this.dialog.getByRole('button', { name: 'Use these keys', exact: true });
    this.original = this.dialog.getByRole('button', { name: 'Original keys', exact: true });
  }

  /** Keys are pressed for the app again. */
  async closed(): Promise<void> {
    await expect(this.dialog).toHaveCount(0);
  }

  static opener(window: Page, command: string): Locator {
    return window.getByRole('button', { name: `Change the keys of ${command}`, exact: true });
  }
}
