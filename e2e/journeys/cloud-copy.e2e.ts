// A clip is kept on this device only: its copy in the cloud goes, and the cloud's receipt is there to be read and saved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { recipientCategories } from '#shared/domain/recipients.ts';
import { expect, test } from '../fixtures.ts';
import {
  answerSaveDialog,
  finishFirstRun,
  generateShortClip,
  openClip,
  waitForClip,
} from '../main-job.ts';
import { KeepHereSection, RateTake, ReceiptsTab } from '../pages/cloud-erasures-page.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { listFiles } from '../library-files.ts';

test('the copy in the cloud of a clip is erased, and the receipt is shown', async ({ studio }) => {
  const { app, window } = await studio.start({
    size: { width: 1280, height: 800 },
    cloud: { backupsKeptMs: 30 * 86_400_000 }, // it has backups, as most do
  });
  await finishFirstRun(window);
  await generateShortClip(window, 'A paper boat on a quiet pond');
  await waitForClip(window, 'paper boat');
  const inCloud = () =>
    listFiles(join(studio.home, 'embedded-gateway', 'outputs')).filter((name) =>
      name.endsWith('.mp4'),
    );
  expect(inCloud()).toHaveLength(1);

  await openClip(window, 'paper boat');
  const rating = new RateTake(window);
  await rating.good.focus();
  await window.keyboard.press('Space');
  await expect(rating.good).toHaveAttribute('aria-pressed', 'true');
  await expect(rating.section).toContainText('Not the video, not the prompt.');
  await takePicture(window, 'rate.png');
  await rating.poor.click();
  await rating.about.click();
  await window.getByRole('option', { name: 'Motion' }).click();
  await rating.send.click();
  await expect(rating.section).toContainText(/Sent \d/);
  await expect(rating.good).toBeDisabled();
  await takePicture(window, 'rate-sent.png');
  await rating.takeBack.focus();
  await window.keyboard.press('Enter');
  await expect(rating.send).toBeVisible();
  await expect(rating.poor).toHaveAttribute('aria-pressed', 'true');
  await rating.send.click();
  await expect(rating.takeBack).toBeVisible();

  const section = new KeepHereSection(window);
  await section.keepHere.click();
  await expect(section.erased).toBeVisible();
  await expect(section.keepHere).toBeHidden();
  expect(inCloud()).toEqual([]);
  expect(
    listFiles(join(studio.home, 'library')).filter((name) => name.endsWith('.mp4')),
  ).toHaveLength(1);

  await new Navigation(window).open('Library');
  await window.getByRole('gridcell', { name: /paper boat/ }).click();
  await window.getByRole('button', { name: 'Details panel', exact: true }).click();
  await expect(
    window
      .getByRole('complementary', { name: 'Details' })
      .getByText(/^Cloud copy: erased .*, in backups until/),
  ).toBeVisible();

  await new Navigation(window).open('Your data');
  const receipts = new ReceiptsTab(window);
  await receipts.open();
  await expect(receipts.rows).toHaveCount(2);
  await expect(receipts.rows.last()).toContainText('Your feedback on');
  await expect(receipts.rows.first()).toContainText('Confirmed');
  await receipts
    .details(/^Details of .*paper boat/)
    .first()
    .click();
  await expect(receipts.list).toContainText('Signed by the cloud, checked');
  await expect(receipts.list).toContainText('Credit ledger');
  await expect(receipts.rows.first()).toContainText('in backups until');

  const file = join(studio.home, 'receipt.json');
  await answerSaveDialog(app, file);
  await receipts.list
    .getByRole('button', { name: /^Save the receipt of/ })
    .first()
    .click();
  await expect(window.getByText('Receipt saved as receipt.json.')).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    format: 'kling5-cloud-erasure',
    state: 'confirmed',
    signature: { check: 'valid' },
  });
  await takePicture(window, 'receipts.png');
  await window.getByRole('tab', { name: 'Data map' }).click();
  const recipients = window.getByRole('list', { name: 'Recipients by category' });
  await expect(recipients.getByRole('listitem')).toHaveCount(recipientCategories.length);
  await expect(window.getByText('None of it is sold')).toBeVisible();
  const kept = window.getByRole('list', { name: 'What the service keeps' });
  await expect(kept).toContainText('Logs and metadata');
  await new Navigation(window).open('Library');
  await openClip(window, 'paper boat');
  await expect(rating.poor).toHaveAttribute('aria-pressed', 'true');
  await takePicture(window, 'viewer.png');
});

/** For looking at what was built. */
async function takePicture(window: Page, name: string): Promise<void> {
  const folder = process.env['KLING5_PICTURES'];
  if (folder === undefined) return;
  for (const theme of ['dark', 'light']) {
    await window.evaluate((wanted) => {
      document.documentElement.dataset['theme'] = wanted;
    }, theme);
    await window.screenshot({ path: join(folder, `${theme}-${name}`) });
  }
}
