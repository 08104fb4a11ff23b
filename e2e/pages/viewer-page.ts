// The viewer as a person sees it: player, transport, what can be done with a frame.
import { expect, type Locator, type Page } from '@playwright/test';

export class Viewer {
  readonly window: Page;
  readonly video: Locator;
  readonly player: Locator;
  readonly position: Locator;
  readonly rangeStart: Locator;
  readonly rangeEnd: Locator;
  readonly toasts: Locator;
  constructor(window: Page) {
    this.window = window;
    this.player = window.getByRole('region', { name: 'Player', exact: true });
    this.video = this.player.locator('video');
    this.position = this.player.getByRole('slider', { name: 'Position', exact: true });
    this.rangeStart = this.player.getByRole('slider', { name: 'Start of the range' });
    this.rangeEnd = this.player.getByRole('slider', { name: 'End of the range' });
    this.toasts = window.getByRole('alertdialog');
  }
  button(name: string): Locator {
    return this.player.getByRole('button', { name, exact: true });
  }
  /** `frame 7 of 120` */
  frame(number: number): Locator {
    return this.player.getByText(new RegExp(`^frame ${number} of`));
  }
  async choose(menu: string, item: string): Promise<void> {
    await this.button(menu).click();
    await this.window.getByRole('menuitem', { name: item }).click();
  }
  /** Keys are for the player again afterwards. */
  async chooseSpeed(speed: string): Promise<void> {
    const trigger = this.player.getByRole('button', { name: /^Speed/ });
    await trigger.click();
    const menu = this.window.getByRole('menu');
    await menu.getByText(speed, { exact: true }).click();
    await expect(menu).toHaveCount(0);
    await expect(trigger).toBeFocused();
    await trigger.blur();
  }
  toast(words: string): Locator {
    return this.toasts.filter({ hasText: words });
  }
  /** Resolves when the first picture is there. */
  async ready(): Promise<void> {
    await this.video.evaluate(
      (element) =>
        new Promise<void>((resolve) => {
          const video = element as HTMLVideoElement;
          if (video.readyState >= 2) resolve();
          else video.addEventListener('loadeddata', () => resolve(), { once: true });
        }),
    );
  }
}
