// Every screen, dark and light, judged by axe: names, roles, contrast, order.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { exportEverything, finishFirstRun } from '../main-job.ts';
import { answerOpenDialog, ImportDialog, ImportPanel } from '../pages/import-page.ts';
import { OrganisedLibrary } from '../pages/organise-page.ts';
import { orderClips, untilIdle } from '../sample-clips.ts';
import { callStudio } from '../studio-call.ts';
import { findings, go } from './axe.ts';

const themes = ['dark', 'light'] as const;

async function setTheme(window: Page, theme: 'dark' | 'light'): Promise<void> {
  await callStudio(window, 'preferences.set', { theme });
  await window.reload();
  await window.getByRole('main').first().waitFor();
}

/** The dialog about an archive, and what the panel says when it was imported. */
async function importFindings(window: Page): Promise<string[]> {
  await go(window, '#/your-data');
  const dialog = new ImportDialog(window);
  const panel = new ImportPanel(window);
  await panel.choose.click();
  await dialog.import.waitFor();
  const inDialog = await findings(window);
  await dialog.import.click();
  await panel.showInLibrary.waitFor();
  return [...inDialog, ...(await findings(window))];
}

/** The bar of the selection with its tags open, and the trash with a clip in it; leaves everything as it was. */
async function orderFindings(window: Page): Promise<string[]> {
  await go(window, '#/library');
  const library = new OrganisedLibrary(window);
  const clip = (await library.cells.first().getAttribute('data-clip')) ?? '';
  await library.cells.first().click();
  await library.action('Tag').click();
  await library.tagField.waitFor();
  const inPicker = await findings(window);
  await window.keyboard.press('Escape');
  await library.tagField.waitFor({ state: 'hidden' });
  await library.action('Move to trash').click();
  await library.show('Trash');
  await expect(library.cells.first()).toHaveAttribute('data-clip', clip);
  await library.cells.first().click();
  const inTrash = await findings(window);
  await library.action('Restore').click();
  await library.show('All clips');
  return [...inPicker, ...inTrash];
}

test('every screen can be used by everyone', async ({ studio }) => {
  const { app, window } = await studio.start({ size: { width: 1280, height: 800 } });
  const problems: Record<string, string[]> = {};
  for (const theme of themes) {
    await setTheme(window, theme);
    await window.getByText('I am 13 or older', { exact: true }).waitFor();
    problems[`first-run ${theme}`] = await findings(window);
  }
  await finishFirstRun(window);
  const empty = ['create', 'queue', 'library', 'prompts', 'assets'];
  for (const name of empty) {
    await go(window, `#/${name}`);
    problems[`empty ${name}`] = await findings(window);
  }
  await orderClips(window, 2);
  await go(window, '#/queue');
  problems['busy queue'] = await findings(window);
  await untilIdle(window);
  const { items } = await callStudio(window, 'library.page', { limit: 1 });
  const archive = join(studio.home, 'everything.zip');
  await exportEverything(app, window, archive);
  await answerOpenDialog(app, archive);
  const screens = [
    ...empty,
    'your-data',
    'your-data/map',
    'your-data/ledger',
    'your-data/cloud-copies',
    'account',
    'settings',
  ];
  for (const theme of themes) {
    await setTheme(window, theme);
    for (const name of [...screens, `viewer/${items[0]?.id ?? ''}`]) {
      await go(window, `#/${name}`);
      problems[`${name} ${theme}`] = await findings(window);
    }
    problems[`order ${theme}`] = await orderFindings(window);
    problems[`import ${theme}`] = await importFindings(window);
  }
  expect(
    Object.fromEntries(Object.entries(problems).filter(([, found]) => found.length > 0)),
  ).toEqual({});
});
