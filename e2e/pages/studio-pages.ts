// The app as a person sees it: one object per screen, with locators by accessible name.
import type { Locator, Page } from '@playwright/test';

export type ScreenName =
  'Create' | 'Queue' | 'Library' | 'Prompts' | 'Assets' | 'Your data' | 'Account' | 'Settings';

export class Navigation {
  readonly window: Page;
  constructor(window: Page) {
    this.window = window;
  }
  link(name: ScreenName): Locator {
    return this.window.getByRole('navigation').getByRole('link', { name, exact: true });
  }
  async open(name: ScreenName): Promise<void> {
    await this.link(name).click();
  }
}

export class FirstRun {
  readonly ageConfirmation: Locator;
  readonly keepFolder: Locator;
  readonly start: Locator;
  constructor(window: Page) {
    // The card, not the radio inside it: the card is what a pointer meets.
    this.ageConfirmation = window.getByText('I am 13 or older', { exact: true });
    this.keepFolder = window.getByRole('button', { name: 'Use this folder', exact: true });
    this.start = window.getByRole('button', { name: 'Start', exact: true });
  }
}

export class CreateScreen {
  readonly prompt: Locator;
  readonly duration: Locator;
  readonly generate: Locator;
  constructor(window: Page) {
    this.prompt = window.getByRole('textbox', { name: 'Prompt', exact: true });
    this.duration = window.getByRole('slider', { name: 'Duration', exact: true });
    this.generate = window.getByRole('button', { name: 'Generate', exact: true });
  }
  async make(prompt: string): Promise<void> {
    await this.prompt.fill(prompt);
    await this.generate.click();
  }
}

export class LibraryScreen {
  readonly search: Locator;
  readonly grid: Locator;
  readonly cells: Locator;
  constructor(window: Page) {
    this.search = window.getByRole('searchbox', { name: 'Search', exact: true });
    this.grid = window.getByRole('grid');
    this.cells = this.grid.getByRole('gridcell');
  }
}

export class YourDataScreen {
  readonly exportEverything: Locator;
  readonly eraseEverything: Locator;
  constructor(window: Page) {
    this.exportEverything = window.getByRole('button', { name: 'Export everything', exact: true });
    this.eraseEverything = window.getByRole('button', { name: 'Erase everything', exact: true });
  }
}
