// Takes pictures of a window as it stands, dark and light, without a reload in between, so that an open dialog stays open.
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import sharp from 'sharp';
import { showScreen } from '../show-screen.ts';

export interface PictureBook {
  /** `name-dark.webp` and `name-light.webp`. */
  take(window: Page, name: string): Promise<void>;
  readonly count: number;
}

const themes = ['light', 'dark'] as const; // dark last: it is how the window goes on
/** What was read fades in. */
const settleMs = 350;

export function openPictureBook(folder: string): PictureBook {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return {
    get count() {
      return count;
    },
    take: async (window, name) => {
      await window.waitForTimeout(settleMs);
      for (const theme of themes) {
        await window.evaluate((wanted) => {
          document.documentElement.dataset['theme'] = wanted;
        }, theme);
        const png = await window.screenshot({ animations: 'disabled' });
        const file = join(folder, `${name}-${theme}.webp`);
        await writeFile(file, await sharp(png).webp({ quality: 82 }).toBuffer());
        count += 1;
      }
    },
  };
}

/** By way of another screen: what was opened before is gone. */
export async function goTo(window: Page, address: string): Promise<void> {
  await window.keyboard.press('Escape');
  await showScreen(window, '#/account');
  await showScreen(window, address);
  await window.waitForFunction(
    () => document.querySelector('main [aria-busy="true"]') === null,
    null,
    { timeout: 20_000 },
  );
  await window.waitForTimeout(settleMs);
}

export async function answerSave(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

export const button = (window: Page, name: string) =>
  window.getByRole('button', { name, exact: true }).first();
