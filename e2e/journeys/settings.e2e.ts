// Settings count at once, are kept, and say what is true.
import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, test } from '../fixtures.ts';
import { temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { SettingsScreen } from '../pages/settings-page.ts';
import { FirstRun, Navigation } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test('the theme, and the window’s size and place, are there again after a restart', async ({
  studio,
}) => {
  const bounds = { x: 40, y: 30, width: 1100, height: 720 };
  const first = await studio.start();
  await finishFirstRun(first.window);
  const page = first.window.locator('html');
  await expect(page).toHaveAttribute('data-theme', 'dark');

  await new Navigation(first.window).open('Settings');
  await new SettingsScreen(first.window).choose('Theme', 'Light');
  await expect(page).toHaveAttribute('data-theme', 'light');
  await expect
    .poll(() => callStudio(first.window, 'preferences.get', {}))
    .toMatchObject({
      theme: 'light',
    });
  await first.app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  );
  await expect.poll(() => boundsOf(first.app)).toEqual(bounds);
  await first.quit();

  const second = await studio.start();
  await expect.poll(() => boundsOf(second.app)).toEqual(bounds);
  await expect(second.window.locator('html')).toHaveAttribute('data-theme', 'light');
  await new Navigation(second.window).open('Settings');
  await expect(new SettingsScreen(second.window).option('Theme', 'Light')).toBeChecked();
});

test('the screen says what the app knows, and a search finds it', async ({ studio }) => {
  const { window } = await studio.start();
  await finishFirstRun(window);
  await new Navigation(window).open('Settings');
  const settings = new SettingsScreen(window);
  const info = await callStudio(window, 'shell.info', {});

  await expect(settings.section('Security')).toContainText(
    info.isKeychainAvailable
      ? 'Kept in the keychain of this system'
      : 'Kept in memory only: the keychain of this system does not answer',
  );
  await expect(settings.section('Library folder')).toContainText(info.libraryLabel);
  await expect(settings.section('Generation')).toContainText('Reachable since');
  await expect(settings.section('About')).toContainText(`Version ${info.version}`);

  await settings.search.fill('keychain');
  await expect(settings.section('Security')).toBeVisible();
  await expect(settings.section('Appearance')).toHaveCount(0);
  await settings.sectionLink('About').click();
  await expect(settings.search).toHaveValue('');
  await expect(settings.sectionLink('About')).toHaveAttribute('aria-current', 'true');
  await expect(settings.section('About')).toBeInViewport();
});

test('the engine can be restarted from here', async ({ studio }) => {
  const { window } = await studio.start();
  await finishFirstRun(window);
  await new Navigation(window).open('Settings');
  const settings = new SettingsScreen(window);
  await settings.sectionLink('Diagnostics').click();
  await settings.recordHealth();
  await settings.restartEngine.click();
  await expect.poll(() => settings.recordedHealth()).toEqual(['starting', 'ready']);
  await expect(settings.section('Diagnostics')).toContainText('Running');
});

test('another folder is another library, and the first one stays where it is', async ({
  studio,
}) => {
  const { app, window } = await studio.start();
  await finishFirstRun(window);
  await new Navigation(window).open('Settings');
  const settings = new SettingsScreen(window);
  const first = join(studio.home, 'library');
  const second = temporaryFolder('other-library');

  await settings.answerFolderDialog(app, second);
  await settings.chooseLibrary.click();
  const firstRun = new FirstRun(window); // a new library knows nobody yet
  await firstRun.ageConfirmation.click();
  await firstRun.keepFolder.click();
  await firstRun.start.click();
  await expect(settings.section('Library folder')).toContainText(basename(second));
  expect(existsSync(join(first, '.kling5-library'))).toBe(true);
  expect(existsSync(join(second, '.kling5-library'))).toBe(true);

  await settings.answerFolderDialog(app, first);
  await settings.chooseLibrary.click();
  await expect(settings.section('Library folder')).toContainText('/ library');
  await expect
    .poll(() => callStudio(window, 'profile.get', {}).catch(() => null))
    .toMatchObject({
      ageConfirmedAt: expect.any(String),
    });
  rmSync(second, { recursive: true, force: true });
});
