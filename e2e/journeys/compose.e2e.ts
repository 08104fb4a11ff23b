// Writing: variables that make a batch, the prompt library with its versions, going on from a clip, and a draft that survives a kill.
import { expect, test } from '../fixtures.ts';
import { finishFirstRun, waitForClip } from '../main-job.ts';
import { ComposePage, PromptsPage } from '../pages/compose-page.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

const shots = process.env['KLING5_SHOTS'];

test('a prompt with variables makes a batch, is saved, worded anew and used again', async ({
  studio,
}) => {
  test.setTimeout(300_000);
  const { window } = await studio.start();
  await finishFirstRun(window);
  const look = (name: string) =>
    shots ? window.screenshot({ path: `${shots}/${name}.png` }) : Promise.resolve();
  const page = new ComposePage(window);
  const nav = new Navigation(window);
  await page.prompt.fill('A lighthouse in {weather: fog, snow}, {light}');
  await expect(page.composer.getByRole('group', { name: 'light' })).toBeVisible();
  await page.button('Generate').click();
  await expect(page.composer.getByRole('alert')).toContainText('Give “light” at least one value');
  await page.addValue('light', 'dawn');
  await page.addValue('light', 'dusk; noon');
  await expect(page.button('Generate 6')).toBeVisible();
  await expect(page.cost).toContainText(/6 prompts · [\d,]+ left/);
  await page.button('Take noon out of light').click();
  await expect(page.button('Generate 4')).toBeVisible();
  await look('create-variables');
  await page.more('Save to prompts');
  await expect(window.getByText('Saved in Prompts.')).toBeVisible();
  await page.button('Generate 4').click();
  await nav.open('Queue');
  await expect(window.getByText(/A lighthouse in fog, dawn/).first()).toBeVisible();
  await nav.open('Prompts');
  const prompts = new PromptsPage(window);
  await expect(prompts.title).toHaveValue('A lighthouse in weather');
  await prompts.title.fill('Lighthouse weathers');
  await prompts.title.press('Tab');
  await expect(prompts.list.getByRole('option', { name: /Lighthouse weathers/ })).toBeVisible();
  await prompts.text.fill('A tall lighthouse in {weather: fog, snow}, {light}');
  await prompts.detail.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(prompts.detail.getByText('Added “tall”')).toBeVisible();
  await expect(prompts.detail.getByText('4 clips').first()).toBeVisible();
  await look('prompts');
  await prompts.detail.getByRole('button', { name: 'Restore' }).click();
  await expect(prompts.text).toHaveValue('A lighthouse in {weather: fog, snow}, {light}');
  await prompts.detail.getByRole('button', { name: 'Use in Create' }).click();
  await expect(page.prompt).toHaveValue('A lighthouse in {weather: fog, snow}, {light}');
  await expect(page.button('Generate 4')).toBeVisible();
});

test('a clip is gone on from with the keyboard alone, and the draft survives a kill', async ({
  studio,
}) => {
  test.setTimeout(300_000);
  const first = await studio.start();
  const { window } = first;
  await finishFirstRun(window);
  const page = new ComposePage(window);
  await page.prompt.fill('A wave at sea');
  await page.send();
  await waitForClip(window, 'wave', 200_000);
  await new Navigation(window).open('Create');
  await page.kind('Text').focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await expect(page.kind('Extend')).toBeChecked();
  const choose = page.button('Choose a clip…');
  await choose.focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Choose the clip to go on from' });
  await expect(dialog.getByRole('option', { name: /wave/ })).toBeVisible();
  await dialog.getByRole('searchbox').focus();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Space');
  if (shots) await window.screenshot({ path: `${shots}/create-source-dialog.png` });
  await dialog.getByRole('button', { name: 'Go on from this clip' }).press('Enter');
  await expect(page.button('Another clip…')).toBeVisible();
  await page.prompt.fill('It breaks on the shore');
  if (shots) await window.screenshot({ path: `${shots}/create-extend.png` });
  await expect
    .poll(() => callStudio(window, 'drafts.get', {}))
    .toMatchObject({ draft: { kind: 'extend-video', prompt: 'It breaks on the shore' } });
  await first.kill();
  const second = await studio.start();
  const again = new ComposePage(second.window);
  await expect(again.prompt).toHaveValue('It breaks on the shore');
  await expect(again.kind('Extend')).toBeChecked();
  await expect(again.button('Another clip…')).toBeVisible();
  await again.send();
  await waitForClip(second.window, 'breaks', 200_000);
});
