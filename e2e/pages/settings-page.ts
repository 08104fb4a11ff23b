// The Settings screen as a person sees it, with locators by accessible name.
import type { Locator, Page } from '@playwright/test';
import type { ElectronApplication } from 'playwright';

export class SettingsScreen {
  readonly window: Page;
  readonly search: Locator;
  readonly restartEngine: Locator;
  readonly chooseLibrary: Locator;
  readonly moveLibrary: Locator;
  readonly addKey: Locator;
  readonly removeKey: Locator;
  constructor(window: Page) {
    this.window = window;
    this.search = window.getByRole('searchbox', { name: 'Find a setting', exact: true });
    this.chooseLibrary = window.getByRole('button', {
      name: 'Choose another library folder…',
      exact: true,
    });
    this.moveLibrary = window.getByRole('button', {
      name: 'Move the library to another folder…',
      exact: true,
    });
    this.addKey = window.getByRole('button', { name: 'Add your own Kling key', exact: true });
    this.removeKey = window.getByRole('button', { name: 'Remove the key', exact: true });
    this.restartEngine = window.getByRole('button', {
      name: 'Restart the library engine',
      exact: true,
    });
  }

  /** The list at the left. */
  sectionLink(name: string): Locator {
    return this.window
      .getByRole('navigation', { name: 'Settings sections' })
      .getByRole('button', { name, exact: true });
  }

  section(name: string): Locator {
    return this.window.getByRole('region', { name, exact: true });
  }

  /** One word of a row of words, such as Light in Theme. */
  option(setting: string, name: string): Locator {
    return this.window
      .getByRole('radiogroup', { name: setting, exact: true })
      .getByRole('radio', { name, exact: true });
  }

  async choose(setting: string, name: string): Promise<void> {
    // The word, not the radio inside it: the word is what a pointer meets.
    await this.window
      .getByRole('radiogroup', { name: setting, exact: true })
      .getByText(name, { exact: true })
      .click();
  }

  /** Answers the next folder dialog with `path`, as a person's click would. */
  async answerFolderDialog(app: ElectronApplication, path: string): Promise<void> {
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, path);
  }

  /** From now on, each state of the engine that the page hears of. */
  async recordHealth(): Promise<void> {
    await this.window.evaluate(() => {
      const page = globalThis as unknown as HealthPage;
      page.heardHealth = [];
      page.studio.subscribe((name, payload) => {
        if (name === 'shell.healthChanged') page.heardHealth.push(payload.state);
      });
    });
  }

  async recordedHealth(): Promise<readonly string[]> {
    return this.window.evaluate(() => (globalThis as unknown as HealthPage).heardHealth);
  }
}

export class OwnKeyDialog {
  readonly window: Locator;
  readonly key: Locator;
  readonly use: Locator;
  constructor(window: Page) {
    this.window = window.getByRole('dialog', { name: 'Use your own Kling key', exact: true });
    this.key = this.window.getByRole('textbox', { name: 'API key', exact: true });
    this.use = this.window.getByRole('button', { name: 'Use this key', exact: true });
  }
}

interface HealthPage {
  heardHealth: string[];
  readonly studio: {
    subscribe(listener: (name: string, payload: { readonly state: string }) => void): () => void;
  };
}
