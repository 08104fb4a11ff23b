// The library moves to another drive while it is in use: nothing is lost, nothing is left behind, and it is still there tomorrow.
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { otherDrive } from '../../electron/engine/testing/other-drive.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun, openClip, playAndSeek } from '../main-job.ts';
import { SettingsScreen } from '../pages/settings-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { orderClips, untilIdle } from '../sample-clips.ts';
import { callStudio } from '../studio-call.ts';

const drive = otherDrive();
/** Large enough for a person to see it being copied. */
const largeBytes = 250 * 1024 * 1024;

test('the library moves to another folder, plays there, and stays there', async ({ studio }) => {
  const to = mkdtempSync(join(drive, 'kling5-moved-'));
  try {
    const { home } = studio;
    const { window, app, quit } = await studio.start();
    await finishFirstRun(window);
    await orderClips(window, 1);
    await untilIdle(window);
    const large = join(home, 'library', 'posters', 'largeposter0.jpg');
    writeFileSync(large, '');
    truncateSync(large, largeBytes);

    await new Navigation(window).open('Settings');
    const settings = new SettingsScreen(window);
    await settings.answerFolderDialog(app, to);
    const section = settings.section('Library folder');
    await Promise.all([
      section.getByText('You can go on working').waitFor(),
      section.getByRole('progressbar').waitFor(),
      settings.moveLibrary.click(),
    ]);
    await expect(
      window.getByText(`${basename(drive)} / ${basename(to)} is the library now.`),
    ).toBeVisible({
      timeout: 60_000,
    });
    await expect(settings.moveLibrary).toBeVisible({ timeout: 60_000 }); // the old folder is empty
    expect(existsSync(join(home, 'library'))).toBe(false);
    await playsThere(window);
    await quit();

    const again = await studio.start();
    const info = await callStudio(again.window, 'shell.info', {});
    expect(info.libraryLabel).toBe(`${basename(drive)} / ${basename(to)}`);
    await playsThere(again.window);
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
});

test('a folder with files of others is refused, and nothing is touched', async ({ studio }) => {
  const to = mkdtempSync(join(tmpdir(), 'kling5-others-'));
  const folder = join(to, 'Kling 5 Studio Library');
  try {
    const { home } = studio;
    const { window, app } = await studio.start();
    await finishFirstRun(window);
    await new Navigation(window).open('Settings');
    const settings = new SettingsScreen(window);
    await settings.answerFolderDialog(app, join(home, 'library'));
    await settings.moveLibrary.click();
    await expect(window.getByText('The library is in this folder already.')).toBeVisible();
    writeFileSync(join(to, 'holiday.txt'), 'mine');
    await settings.answerFolderDialog(app, to); // gets a folder of its own inside
    await settings.moveLibrary.click();
    await expect(
      window.getByText(`${basename(to)} / Kling 5 Studio Library is the library now.`),
    ).toBeVisible({ timeout: 30_000 });
    expect(readdirSync(to).length).toBe(2);
    expect(existsSync(join(folder, 'library.db'))).toBe(true);
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
});

async function playsThere(window: Parameters<typeof openClip>[0]): Promise<void> {
  await new Navigation(window).open('Library');
  await expect(new LibraryScreen(window).cells).toHaveCount(1);
  await openClip(window, 'lighthouse');
  expect((await playAndSeek(window, 0.5)).width).toBeGreaterThan(0);
}
