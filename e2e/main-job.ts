// The main job, step by step, as a person does it. The journey asserts it; the demonstration shows it.
import type { ElectronApplication, Page } from 'playwright';
import {
  CreateScreen,
  FirstRun,
  LibraryScreen,
  Navigation,
  YourDataScreen,
} from './pages/studio-pages.ts';

export async function finishFirstRun(window: Page): Promise<void> {
  const firstRun = new FirstRun(window);
  await firstRun.ageConfirmation.click();
  await firstRun.keepFolder.click();
  await firstRun.start.click();
  await new CreateScreen(window).prompt.waitFor();
}

export async function generateClip(window: Page, prompt: string): Promise<void> {
  await new Navigation(window).open('Create');
  await new CreateScreen(window).make(prompt);
}

/** As short as the model makes them, for what does not depend on how long a clip is. */
export async function generateShortClip(window: Page, prompt: string): Promise<void> {
  await new Navigation(window).open('Create');
  const create = new CreateScreen(window);
  await create.duration.press('Home');
  await create.make(prompt);
}

/** Waits until the library shows a finished clip whose name holds `words`. */
export async function waitForClip(window: Page, words: string, timeoutMs = 120_000): Promise<void> {
  await new Navigation(window).open('Library');
  const library = new LibraryScreen(window);
  await library.grid.waitFor();
  await library.cells
    .filter({ hasNotText: /Rendering|Downloading|Queued|Sending|Uploading|Waiting/ })
    .and(window.getByRole('gridcell', { name: new RegExp(words, 'i') }))
    .first()
    .waitFor({ timeout: timeoutMs });
}

export async function openClip(window: Page, words: string): Promise<void> {
  const cell = window.getByRole('gridcell', { name: new RegExp(words, 'i') }).first();
  await cell.focus();
  await window.keyboard.press('Enter');
  await window.locator('video').first().waitFor();
}

export interface Playback {
  readonly durationS: number;
  readonly width: number;
  readonly height: number;
  readonly positionS: number;
}

/** Plays, seeks to `share` of the clip and answers with where it is. */
export async function playAndSeek(window: Page, share: number): Promise<Playback> {
  return window
    .locator('video')
    .first()
    .evaluate(async (element, part) => {
      const video = element as HTMLVideoElement;
      const once = (name: string) =>
        new Promise<void>((resolve, reject) => {
          video.addEventListener(name, () => resolve(), { once: true });
          video.addEventListener('error', () => reject(new Error(video.error?.message)), {
            once: true,
          });
        });
      if (video.readyState < 2) await once('loadeddata');
      video.muted = true;
      await video.play();
      video.pause();
      video.currentTime = video.duration * part;
      while (video.seeking) await once('seeked'); // also one that was under way
      return {
        durationS: video.duration,
        width: video.videoWidth,
        height: video.videoHeight,
        positionS: video.currentTime,
      };
    }, share);
}

/** Answers the next save dialog with `path`, as a person's click would. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

export async function exportEverything(
  app: ElectronApplication,
  window: Page,
  path: string,
): Promise<void> {
  await new Navigation(window).open('Your data');
  await answerSaveDialog(app, path);
  await new YourDataScreen(window).exportEverything.click();
  await window
    .getByText(/^Exported and verified/)
    .first()
    .waitFor({ timeout: 60_000 });
}
