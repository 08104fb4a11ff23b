// The composer and the prompt library as a person sees them.
import { expect, type Locator, type Page } from '@playwright/test';

export class ComposePage {
  readonly window: Page;
  readonly composer: Locator;
  readonly prompt: Locator;
  readonly cost: Locator;
  constructor(window: Page) {
    this.window = window;
    this.composer = window.getByRole('region', { name: 'New generation' });
    this.prompt = this.composer.getByRole('textbox', { name: 'Prompt', exact: true });
    this.cost = this.composer.locator('footer');
  }
  kind(name: 'Text' | 'Image' | 'Extend'): Locator {
    return this.composer.getByRole('radio', { name, exact: true });
  }
  /** By keyboard, once the service has said what it offers. */
  async send(): Promise<void> {
    await expect(this.button(/^Generate/)).toBeEnabled();
    await this.prompt.press('Control+Enter');
  }
  async addValue(variable: string, value: string): Promise<void> {
    const field = this.composer.getByRole('textbox', { name: `Value of ${variable}`, exact: true });
    await field.fill(value);
    await field.press('Enter');
  }
  button(name: string | RegExp): Locator {
    return this.composer.getByRole('button', { name, exact: typeof name === 'string' });
  }
  async more(action: string): Promise<void> {
    await this.button('Snippets').click();
    await this.window.getByRole('menuitem', { name: action, exact: true }).click();
  }
}

export class PromptsPage {
  readonly list: Locator;
  readonly detail: Locator;
  readonly text: Locator;
  readonly title: Locator;
  constructor(window: Page) {
    this.list = window.getByRole('listbox', { name: 'Prompts', exact: true });
    this.detail = window.getByRole('region', { name: 'Prompt text', exact: true });
    this.text = this.detail.getByRole('textbox', { name: 'Prompt text', exact: true });
    this.title = this.detail.getByRole('textbox', { name: 'Title', exact: true });
  }
}
