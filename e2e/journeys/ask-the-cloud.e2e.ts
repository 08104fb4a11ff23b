// The cloud is asked for everything that it holds: the day on which it is due, what came, what this device does not have of it, and the
// answer in the next archive. With the mouse, and with the keyboard alone.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from '../fixtures.ts';
import { answerSaveDialog, finishFirstRun, generateShortClip, waitForClip } from '../main-job.ts';
import { Navigation, YourDataScreen } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

const panelOf = (window: Page) => window.getByRole('region', { name: 'What the cloud holds' });

/** Presses Tab until `name` has the focus. */
async function tabTo(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name }).waitFor();
  const focused = () => window.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  for (let presses = 0; presses < 120 && (await focused()) !== name; presses += 1) {
    await window.keyboard.press('Tab');
  }
  expect(await focused()).toBe(name);
}

test('the answer is due on a day, comes, is compared with this device and exported', async ({
  studio,
}) => {
  const { app, window } = await studio.start({ cloud: { dataExportAfterMs: 1500 } });
  await finishFirstRun(window);
  await generateShortClip(window, 'A paper boat on a quiet pond');
  await waitForClip(window, 'paper boat');
  const [clip] = (await callStudio(window, 'library.page', {})).items;
  const subject = { type: 'clips' as const, ids: [clip?.id ?? ''] };
  const { planId } = await callStudio(window, 'erase.plan', { subject, where: 'here' });
  await callStudio(window, 'erase.run', { planId });
  await expect
    .poll(async () => (await callStudio(window, 'erase.receipts', {})).items[0]?.endedAt ?? null)
    .not.toBeNull();

  await new Navigation(window).open('Your data');
  const panel = panelOf(window);
  const due = panel.getByRole('status').getByText(/has to answer by \d+ \w+ \d{4}/);
  await Promise.all([due.waitFor(), panel.getByRole('button', { name: 'Ask the cloud' }).click()]);
  await expect(panel.getByText('Last answer')).toBeVisible();
  await expect(panel).toContainText('Jobs');
  await expect(panel).toContainText('1 clip');

  const archive = join(studio.home, '..', `asked-${Date.now()}.zip`);
  await answerSaveDialog(app, archive);
  await new YourDataScreen(window).exportEverything.click();
  await expect(window.getByText(/^Exported and verified/)).toBeVisible();
  const lines = execFileSync('unzip', ['-p', archive, 'data/cloud-data.jsonl'], {
    encoding: 'utf8',
  });
  const kinds = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds).toContain('generation');
  rmSync(archive);
});

test('the keyboard alone asks, and hears how it stands', async ({ studio }) => {
  const { window } = await studio.start();
  await finishFirstRun(window);
  await new Navigation(window).open('Your data');
  await tabTo(window, 'Ask the cloud');
  await window.keyboard.press('Enter');
  await expect(panelOf(window).getByText('Last answer')).toBeVisible();
  await expect(panelOf(window).getByRole('button', { name: 'Ask again' })).toBeVisible();
});
