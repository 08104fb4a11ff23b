// Viewer, Compare and the command palette, dark, light and in high contrast, judged by axe; and the whole app at 200 % zoom, where nothing may
// be wider than the window.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { numberClips } from '../numbered-clip.ts';
import { CommandPalette } from '../pages/commands-page.ts';
import { Compare } from '../pages/compare-page.ts';
import { Viewer } from '../pages/viewer-page.ts';
import { seedHome } from '../seeded-home.ts';
import { callStudio } from '../studio-call.ts';
import { findings, go } from './axe.ts';

const looks = [
  { theme: 'dark', contrast: 'system' },
  { theme: 'light', contrast: 'system' },
  { theme: 'dark', contrast: 'more' },
  { theme: 'light', contrast: 'more' },
] as const;

async function look(window: Page, ids: readonly string[]): Promise<Record<string, string[]>> {
  const problems: Record<string, string[]> = {};
  await go(window, `#/viewer/${ids[0]}`);
  const viewer = new Viewer(window);
  await viewer.ready();
  await window.keyboard.press('i');
  problems['viewer'] = await findings(window);
  await viewer.button('Use frame').click();
  problems['menu of the viewer'] = await findings(window);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('menu')).toHaveCount(0);
  await go(window, `#/compare/${ids.join('+')}`);
  problems['compare'] = await findings(window);
  await new Compare(window).show('Wipe');
  problems['wipe'] = await findings(window);
  const palette = new CommandPalette(window);
  await palette.open();
  await palette.search.fill('li');
  await palette.row('Library').first().waitFor();
  problems['palette'] = await findings(window);
  await window.keyboard.press('Escape');
  return problems;
}

test('watching, comparing and commands can be used by everyone', async ({ studio }) => {
  await seedHome(studio.home, 12);
  const ids = (await numberClips(studio.home, 2)).map(({ id }) => id);
  const { window } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  const all: Record<string, string[]> = {};
  for (const { theme, contrast } of looks) {
    await callStudio(window, 'preferences.set', { theme, contrast });
    await window.reload();
    for (const [name, found] of Object.entries(await look(window, ids))) {
      if (found.length > 0) all[`${name}, ${theme}, contrast ${contrast}`] = found;
    }
  }
  expect(all).toEqual({});
});

test('nothing is wider than the window at 200 % zoom', async ({ studio }) => {
  await seedHome(studio.home, 12);
  const [film] = await numberClips(studio.home, 1);
  const { app, window } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  );
  const screens = ['create', 'queue', 'library', 'prompts', 'assets', 'your-data', 'account'];
  const wide: Record<string, number> = {};
  for (const name of [...screens, 'settings', `viewer/${film?.id}`, `compare/${film?.id}`]) {
    await go(window, `#/${name}`);
    const over = await window.evaluate(() => {
      const content = document.querySelector('[data-pane="content"]') ?? document.body;
      return Math.max(
        document.documentElement.scrollWidth - innerWidth,
        content.scrollWidth - content.clientWidth,
        content.getBoundingClientRect().right - innerWidth,
      );
    });
    if (over > 1) wide[name] = over;
  }
  expect(wide).toEqual({});
});
