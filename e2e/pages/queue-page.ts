// The Queue as a person sees it, with locators by accessible name.
import type { Locator, Page } from '@playwright/test';

export class QueueScreen {
  readonly window: Page;
  readonly jobs: Locator;
  readonly details: Locator;
  /** `64 held · 2,096 free` */
  readonly credits: Locator;
  readonly pauseAll: Locator;
  readonly resumeAll: Locator;
  constructor(window: Page) {
    this.window = window;
    this.jobs = window.getByRole('grid', { name: 'Jobs', exact: true });
    this.details = window.getByRole('complementary', { name: 'Job details', exact: true });
    this.pauseAll = window.getByRole('button', { name: 'Pause all', exact: true });
    this.resumeAll = window.getByRole('button', { name: 'Resume', exact: true });
    this.credits = window.getByText(/^[\d,]+ held · [\d,]+ free$/);
  }

  /** The job whose name holds `words`, whatever it does. */
  job(words: string): Locator {
    return this.jobs.getByRole('row', { name: new RegExp(words, 'i') });
  }

  /** Its name says what it does: `…, Rendering`. */
  jobThatIs(words: string, state: string): Locator {
    return this.jobs.getByRole('row', { name: new RegExp(`${words}.*, ${state}$`, 'i') });
  }

  /** Cancels a job that has cost something, and says so when asked. */
  async cancelAndConfirm(words: string): Promise<void> {
    await this.job(words)
      .getByRole('button', { name: /^Cancel / })
      .click();
    const question = this.window.getByRole('alertdialog');
    await question.getByRole('button', { name: 'Cancel job', exact: true }).click();
    await question.waitFor({ state: 'hidden' });
  }
}
