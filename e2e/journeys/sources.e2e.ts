// What a new clip starts from: a frame that was stepped to, a picture from the clipboard, one that is dropped anywhere, a snippet, several
// shots; and what is told of it afterwards. By pointer and by keyboard.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { expect, test } from '../fixtures.ts';
import { temporaryFolder } from '../launch.ts';
import { finishFirstRun, waitForClip } from '../main-job.ts';
import { numberClips } from '../numbered-clip.ts';
import { ComposePage, PromptsPage } from '../pages/compose-page.ts';
import { dropFile } from '../pages/import-page.ts';
import { answerDialogs } from '../pages/own-files-page.ts';
import { CreateScreen, Navigation } from '../pages/studio-pages.ts';
import { Viewer } from '../pages/viewer-page.ts';
import { seedHome } from '../seeded-home.ts';
import { showScreen } from '../show-screen.ts';
import { callStudio } from '../studio-call.ts';

const shots = process.env['KLING5_SHOTS'];
const look = (window: Page, name: string) =>
  shots ? window.screenshot({ path: `${shots}/${name}.png` }) : Promise.resolve();

const imagesOf = async (window: Page) =>
  (await callStudio(window, 'drafts.get', {})).draft?.images.map(({ role }) => role);

test('a clip goes on from any frame, takes pictures from anywhere, and tells where it came from', async ({
  studio,
}) => {
  test.setTimeout(240_000);
  await seedHome(studio.home, 12);
  const [film] = await numberClips(studio.home, 1);
  const { app, window } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  await showScreen(window, `#/viewer/${film?.id}`);
  const viewer = new Viewer(window);
  await viewer.ready();
  for (let step = 0; step < 9; step += 1) await window.keyboard.press('.');
  await window.bringToFront();
  await window.keyboard.press('c');
  await viewer.toast('Frame 10 copied.').waitFor();
  await viewer.choose('Use frame', 'Continue from here');
  const page = new ComposePage(window);
  await expect(page.composer.getByRole('img', { name: 'First frame' })).toBeVisible();
  await expect.poll(() => imagesOf(window)).toEqual(['first-frame']);
  const { items } = await callStudio(window, 'assets.find', {});
  expect(items[0]?.originalName).toContain('frame 10');

  const picture = { create: { width: 640, height: 360, channels: 3 as const, background: '#a43' } };
  const file = join(temporaryFolder('pictures'), 'red boat.png');
  writeFileSync(file, await sharp(picture).png().toBuffer());
  await dropFile(window, window.getByRole('region', { name: 'Result' }), file);
  await expect.poll(() => imagesOf(window)).toEqual(['first-frame', 'reference']);
  await page.kind('Image').focus(); // nowhere that takes text
  await window.keyboard.press('Control+v');
  await expect.poll(() => imagesOf(window)).toHaveLength(3);
  await look(window, 'sources-create');

  // the frames of this film are too small for the model: with its settings alone it is allowed
  await showScreen(window, `#/create?from=${film?.id}&mode=vary`);
  await expect
    .poll(async () => (await callStudio(window, 'drafts.get', {})).draft?.parentId)
    .toBe(film?.id);
  await page.kind('Text').check({ force: true });
  await new CreateScreen(window).duration.press('Home');
  await page.prompt.fill('The wave goes on, {light: dawn, dusk}');
  await page.send();
  await expect(
    window.getByRole('region', { name: 'Result' }).getByText(/2 clips of 2 prompts/),
  ).toBeVisible();
  await look(window, 'sources-batch');
  await waitForClip(window, 'The wave goes on, dusk', 200_000);
  await window.getByRole('gridcell', { name: /The wave goes on, dusk/ }).dblclick();
  await viewer.ready();
  await expect(window.getByText('Made from', { exact: true })).toBeVisible();
  await look(window, 'sources-lineage');
  await window.locator(`a[href="#/viewer/${film?.id}"]`).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByText('Made from it', { exact: true })).toBeVisible();

  await replaceByMenu(window, async () => answerDialogs(app, { open: [file] }));
});

async function replaceByMenu(window: Page, answer: () => Promise<void>): Promise<void> {
  await new Navigation(window).open('Assets');
  const grid = window.getByRole('listbox', { name: 'Reference images' });
  await grid
    .getByRole('option', { name: /frame 10/ })
    .first()
    .click({ button: 'right' });
  await look(window, 'assets-menu');
  await answer();
  await window.getByRole('menuitem', { name: 'Replace…' }).click();
  await expect(window.getByText('New clips use red boat.png from now on.')).toBeVisible();
}

test('snippets and shots are written with the keyboard', async ({ studio }) => {
  const { window } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  const page = new ComposePage(window);
  await page.prompt.fill('in the rain, slow push-in');
  await page.prompt.press('Control+a');
  await page.more('Keep selected words as a snippet');
  await expect(window.getByText(/is kept\./)).toBeVisible();
  await page.prompt.fill('A lighthouse');
  await page.button('Snippets').focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem').first()).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(page.prompt).toHaveValue('A lighthouse in the rain, slow push-in');

  await page.composer.getByRole('switch', { name: 'Several shots' }).press('Space');
  await page.button('Write as shots').press('Enter');
  const shotsPart = page.composer.getByRole('region', { name: 'Shots' });
  await shotsPart.getByRole('button', { name: 'Add a shot' }).press('Enter');
  await shotsPart
    .getByRole('textbox', { name: 'Shot 2', exact: true })
    .fill('The beam sweeps over the waves');
  await look(window, 'sources-shots');
  await expect
    .poll(async () => (await callStudio(window, 'drafts.get', {})).draft?.prompt)
    .toContain('The beam sweeps');

  await new Navigation(window).open('Prompts');
  await window.getByRole('radio', { name: 'Saved', exact: true }).focus();
  await window.keyboard.press('ArrowRight');
  const chosen = window.getByRole('radio', { name: 'Snippets', exact: true });
  await expect(chosen).toBeChecked();
  await expect(chosen, 'the choice keeps the focus').toBeFocused();
  const row = new PromptsPage(window).list.getByRole('option').first();
  await row.focus();
  await expect(row).toBeFocused();
  await window.keyboard.press('Shift+F10');
  await look(window, 'prompts-menu');
  await expect(window.getByRole('menuitem', { name: 'Copy prompt' })).toBeFocused();
});
