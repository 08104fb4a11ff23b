// One table of commands behind the palette, the keys and the menu; and what the system says when the window is not in front.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import {
  startTestGateway,
  type TestGateway,
} from '../../electron/gateway/testing/start-gateway.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun, generateShortClip } from '../main-job.ts';
import { CommandPalette, KeysDialog } from '../pages/commands-page.ts';
import { answerDialogs } from '../pages/own-files-page.ts';
import { SettingsScreen } from '../pages/settings-page.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { orderClips, untilIdle } from '../sample-clips.ts';
import { callStudio } from '../studio-call.ts';

test('the palette finds commands, clips and places by what is typed, with the keyboard alone', async ({
  studio,
}) => {
  const { app, window } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  await orderClips(window, 1);
  await untilIdle(window);
  const palette = new CommandPalette(window);

  await palette.open();
  await window.keyboard.type('light th');
  await expect(palette.row(/^Light theme/)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(palette.dialog).toHaveCount(0);
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'light');

  await palette.open();
  await window.keyboard.type('lighth');
  const clip = palette.row(/Lighthouse before the storm/);
  await expect(clip).toBeVisible();
  await expect(clip.locator('strong')).toHaveText(['Lighth']);
  await window.screenshot({ path: test.info().outputPath('palette.png') });
  await window.keyboard.press('Enter');
  await expect(window.locator('video')).toBeVisible();

  const archive = join(studio.home, '..', `of-one-clip-${Date.now()}.zip`);
  await answerDialogs(app, { save: archive });
  await palette.open();
  await window.keyboard.type('export sel');
  await expect(palette.row(/^Export the selected clips…/)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/#\/your-data/);
  await expect.poll(() => existsSync(archive)).toBe(true);

  await palette.open();
  await window.keyboard.type('xyzzy');
  await expect(palette.dialog).toContainText('Nothing matches');
  await window.keyboard.press('Escape');
  await palette.open();
  await window.keyboard.type('privacy');
  await expect(palette.row(/Your data/).first()).toBeVisible();
  await window.keyboard.press('Enter');
  await palette.closed();
  await expect(window).toHaveURL(/#\/your-data/);
});

test('a command has the keys that the user chose, also after a restart, and gets its own back', async ({
  studio,
}) => {
  const first = await studio.start();
  const { window } = first;
  await finishFirstRun(window);
  await new Navigation(window).open('Settings');
  await new SettingsScreen(window).search.fill('queue');
  const name = 'Go to Queue';
  const keys = new KeysDialog(window, name);
  await KeysDialog.opener(window, name).click();
  await expect(keys.field).toBeFocused();

  await window.keyboard.press('ControlOrMeta+c');
  await expect(keys.dialog.getByRole('alert')).toContainText('Choose others');
  await expect(keys.use).toBeDisabled();
  await window.keyboard.press('ControlOrMeta+3');
  await expect(keys.dialog.getByRole('alert')).toContainText('belongs to Library');
  await window.keyboard.press('ControlOrMeta+Shift+J');
  await expect(keys.dialog.getByRole('alert')).toHaveCount(0);
  await window.screenshot({ path: test.info().outputPath('keys-dialog.png') });
  await keys.use.click();
  await keys.closed();
  await window.keyboard.press('ControlOrMeta+Shift+J');
  await expect(window).toHaveURL(/#\/queue/);
  await expect
    .poll(() => menuKeys(first.app, 'Queue'), 'in the menu of the app as well')
    .toMatch(/Shift\+J$/);
  await first.quit();

  const second = await studio.start();
  await new Navigation(second.window).open('Library');
  await second.window.keyboard.press('ControlOrMeta+2');
  await expect(second.window, 'the old keys do nothing now').toHaveURL(/#\/library/);
  await second.window.keyboard.press('ControlOrMeta+Shift+J');
  await expect(second.window).toHaveURL(/#\/queue/);
  await new Navigation(second.window).open('Settings');
  await KeysDialog.opener(second.window, name).click();
  const again = new KeysDialog(second.window, name);
  await again.original.click();
  await again.closed();
  await second.window.keyboard.press('ControlOrMeta+2');
  await expect(second.window).toHaveURL(/#\/queue/);
});

let gateway: TestGateway;
test.beforeEach(async () => {
  gateway = await startTestGateway();
});
test.afterEach(() => gateway.close());

test('a clip that is ready while the window is in the background is told by the system, and a click opens it', async ({
  studio,
}) => {
  const { app, window } = await studio.start({
    env: { KLING5_CLOUD_URL: gateway.baseUrl, KLING5_CLOUD_TOKEN: gateway.token },
  });
  await finishFirstRun(window);
  await hearNotifications(app);
  // A window without the focus, as it is behind another one: a virtual display has no window manager that could take it away.
  await window.evaluate(() => {
    document.hasFocus = () => false;
  });
  gateway.backend.hold();
  await generateShortClip(window, 'A fox in the snow');
  const isUnderWay = (share: number) => share > 0 && share < 1;
  await expect
    .poll(async () => (await shownProgress(app)).some(isUnderWay), 'on the dock or the task bar')
    .toBe(true);
  gateway.backend.release();
  await expect.poll(() => heard(app)).toHaveLength(1);
  await expect.poll(async () => (await shownProgress(app)).at(-1), 'and taken away').toBe(-1);
  expect(await heard(app)).toEqual([
    { title: 'Your clip is ready', body: expect.stringContaining('A fox in the snow') },
  ]);
  await clickNotification(app);
  await expect(window).toHaveURL(/#\/viewer\//);

  await callStudio(window, 'preferences.set', { notifications: false });
  await window.reload();
  await window.evaluate(() => {
    document.hasFocus = () => false;
  });
  await generateShortClip(window, 'A second fox');
  await expect.poll(async () => (await callStudio(window, 'library.count', {})).total).toBe(2);
  await window.waitForTimeout(4000); // longer than what is gathered before it is told
  expect(await heard(app)).toHaveLength(1);
});

async function menuKeys(app: ElectronApplication, label: string): Promise<string> {
  return app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    return items?.find((item) => item.label === wanted)?.accelerator ?? '';
  }, label);
}

interface HeardNotification {
  readonly title: string;
  readonly body: string;
}
interface Hearing {
  kling5Shares?: number[];
  kling5Heard?: { readonly title: string; readonly body: string; emit(name: string): boolean }[];
}

/** Listens where Electron hands a notification, or how far the work is, to the system. */
async function hearNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const hearing = globalThis as Hearing;
    hearing.kling5Heard = [];
    hearing.kling5Shares = [];
    BrowserWindow.prototype.setProgressBar = (share) => void hearing.kling5Shares?.push(share);
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      hearing.kling5Heard?.push(this);
    };
  });
}

async function shownProgress(app: ElectronApplication): Promise<readonly number[]> {
  return app.evaluate(() => (globalThis as Hearing).kling5Shares ?? []);
}

async function heard(app: ElectronApplication): Promise<HeardNotification[]> {
  return app.evaluate(() =>
    ((globalThis as Hearing).kling5Heard ?? []).map(({ title, body }) => ({ title, body })),
  );
}

async function clickNotification(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    (globalThis as Hearing).kling5Heard?.at(-1)?.emit('click');
  });
}
