// Compare as a person sees it: panes called A to D, one transport, a table of what differs.
import type { Locator, Page } from '@playwright/test';

export class Compare {
  readonly window: Page;
  readonly region: Locator;
  readonly table: Locator;
  readonly position: Locator;
  readonly wipeEdge: Locator;
  constructor(window: Page) {
    this.window = window;
    this.region = window.getByRole('region', { name: 'Comparison', exact: true });
    this.table = window.getByRole('table', { name: 'Difference', exact: true });
    this.position = this.region.getByRole('slider', { name: 'Position' });
    this.wipeEdge = window.getByRole('slider', { name: 'Edge of the wipe' });
  }
  pane(letter: string): Locator {
    return this.region.getByRole('region', { name: new RegExp(`^${letter}, `) });
  }
  video(letter: string): Locator {
    return this.pane(letter).locator('video');
  }
  button(name: string): Locator {
    return this.window.getByRole('button', { name, exact: true });
  }
  async show(mode: 'Side by side' | 'Wipe' | 'Difference'): Promise<void> {
    await this.window.getByRole('radiogroup', { name: 'Show' }).getByText(mode).click();
  }
}
