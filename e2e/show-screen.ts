// Goes to an address of the app and waits until its screen is drawn: until then the one before is.
import type { Page } from 'playwright';

export async function showScreen(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => {
    globalThis.location.hash = hash;
  }, address);
  const screen = /^#\/([a-z-]+)/.exec(address)?.[1] ?? 'create';
  await window.locator(`main[data-screen="${screen}"]`).waitFor();
}
