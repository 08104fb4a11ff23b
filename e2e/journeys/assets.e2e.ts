// Reference images: found, named, put into a new clip from the tray, cropped to its shape, replaced, and erased where nothing needs them.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from '../fixtures.ts';
import { temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { makeNumberedClip } from '../numbered-clip.ts';
import { dropFile } from '../pages/import-page.ts';
import { ComposePage } from '../pages/compose-page.ts';
import { Navigation } from '../pages/studio-pages.ts';

const shots = process.env['KLING5_SHOTS'];

test('an image goes through the tray and the crop into a draft; one that nothing needs is erased', async ({
  studio,
}) => {
  const { window } = await studio.start();
  await finishFirstRun(window);
  const look = (name: string) =>
    shots ? window.screenshot({ path: `${shots}/${name}.png` }) : Promise.resolve();
  const nav = new Navigation(window);
  const folder = temporaryFolder('pictures');
  for (const [name, background] of [
    ['red boat.png', '#a03030'],
    ['blue house.png', '#3050a0'],
  ] as const) {
    const image = sharp({ create: { width: 900, height: 900, channels: 3, background } });
    writeFileSync(join(folder, name), await image.png().toBuffer());
  }
  await nav.open('Assets');
  await window.getByRole('button', { name: 'Import images…' }).first().waitFor();
  const grid = window.getByRole('listbox', { name: 'Reference images' });
  const emptyPage = window.getByRole('heading', { name: 'No assets yet' });
  await dropFile(window, emptyPage, join(folder, 'red boat.png'));
  await dropFile(window, grid, join(folder, 'blue house.png'));
  await expect(grid.getByRole('option')).toHaveCount(2);
  await look('assets');
  await window.getByRole('searchbox', { name: 'Search assets' }).fill('house');
  await expect(grid.getByRole('option')).toHaveCount(1);
  await grid.getByRole('option', { name: /blue house/ }).focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'blue house.png' });
  await expect(dialog.getByRole('img', { name: 'blue house.png' })).toBeVisible();
  await look('asset-open');
  await dialog.getByRole('button', { name: 'Erase image' }).click();
  await expect(window.getByText(/blue house.png is erased/)).toBeVisible();
  await nav.open('Create');
  const page = new ComposePage(window);
  await page.kind('Image').check({ force: true });
  await page.button('From assets').click();
  const tray = window.getByRole('dialog', { name: 'Reference images' });
  await tray.getByRole('option', { name: /red boat/ }).click();
  await tray.getByRole('button', { name: 'Use in the clip' }).click();
  await expect(page.composer.getByRole('img', { name: 'First frame' })).toBeVisible();
  await page.button('Crop first frame…').click();
  const crop = window.getByRole('dialog', { name: 'Crop to 16:9' });
  await expect(crop.getByText('900 × 506 pixels')).toBeVisible();
  await look('create-crop');
  await crop.getByRole('button', { name: 'Use this part' }).click();
  await expect(crop).toBeHidden();
  await expect(page.button('Crop first frame…')).toBeHidden();
  await look('create-image');
  await nav.open('Assets');
  await expect(grid.getByRole('option', { name: /red boat cropped/ })).toBeVisible();

  // a video is a clip of the library, and among the assets as well; by keyboard alone from here
  writeFileSync(join(folder, 'harbour.mp4'), await makeNumberedClip(24, 24));
  await dropFile(window, grid, join(folder, 'harbour.mp4'));
  await expect(window.getByText('1 video imported.')).toBeVisible();
  await window.getByRole('radio', { name: 'Images', exact: true }).focus();
  await window.keyboard.press('ArrowRight');
  const videos = window.getByRole('listbox', { name: 'Reference videos' });
  const harbour = videos.getByRole('option', { name: /harbour/ });
  await expect(harbour).toContainText('Not used yet');
  await look('assets-videos');
  await harbour.focus();
  await window.keyboard.press('Enter');
  await expect(window).toHaveURL(/#\/viewer\//);
  rmSync(folder, { recursive: true, force: true });
});
