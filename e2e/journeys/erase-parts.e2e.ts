// A clip is deleted for good: its words and pictures leave the disk within seconds, also those of the window, and the cloud confirms.
// Clips are erased by rating from Your data, after a plan; what went is in the receipts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pieceNeedle, scanFolder, wordNeedle } from '../../electron/engine/testing/byte-scan.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun, generateShortClip, waitForClip } from '../main-job.ts';
import { EraseDoors, EraseQuestion } from '../pages/erase-page.ts';
import { OrganisedLibrary } from '../pages/organise-page.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { seedHome } from '../seeded-home.ts';
import { callStudio } from '../studio-call.ts';

const size = { width: 1280, height: 800 };
const words = { prompt: 'zaffrekumquat', title: 'wobblyquincunx', notes: 'jocundpterodactyl' };

function pictureOf(folder: string, extension: string): Buffer {
  const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith(extension),
  );
  return readFileSync(join(folder, name ?? ''));
}

test('one clip, its words and its frames are gone within seconds, here and in the cloud', async ({
  studio,
}) => {
  const { window } = await studio.start({ size });
  await finishFirstRun(window);
  await generateShortClip(window, `A ${words.prompt} over the bay`);
  await waitForClip(window, words.prompt);
  const [clip] = (await callStudio(window, 'library.page', {})).items;
  const id = clip?.id ?? '';
  await callStudio(window, 'generations.update', { id, title: words.title });
  await callStudio(window, 'clips.change', {
    ids: [id],
    change: { type: 'notes', notes: words.notes },
  });
  const library = join(studio.home, 'library');
  const needles = [
    ...Object.values(words).map(wordNeedle),
    pieceNeedle('video', pictureOf(join(library, 'videos'), '.mp4')),
    pieceNeedle('poster', pictureOf(join(library, 'posters'), '.jpg')),
  ];
  expect(new Set(scanFolder(studio.home, needles).map(({ needle }) => needle)).size).toBe(5);

  await new Navigation(window).open('Library');
  const cells = new OrganisedLibrary(window);
  await cells.cells.first().click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Delete for good…' }).click();
  const question = new EraseQuestion(window);
  await expect(question.dialog).toContainText('Delete 1 clip?');
  await expect(question.dialog).toContainText('It is also in the cloud and is erased there too.');
  await expect(question.cancel).toBeFocused();
  await question.showPlan.click();
  await expect(question.dialog).toContainText('Gone now, on this device');
  await question.confirm('Delete 1 clip').click();

  const here = () =>
    scanFolder(studio.home, needles).filter(({ path }) => !path.includes('embedded-gateway'));
  await expect(cells.toast('1 clip deleted')).toBeVisible();
  await expect.poll(here, { timeout: 10_000 }).toEqual([]);
  await expect
    .poll(async () => (await callStudio(window, 'erase.receipts', {})).items[0]?.cloud)
    .toEqual({ asked: 1, confirmed: 1 });
  await expect.poll(() => scanFolder(studio.home, needles)).toEqual([]);
  await new Navigation(window).open('Create');
  await expect(window.getByRole('textbox', { name: 'Prompt' })).toHaveValue('');
});

test('clips go to the trash and from there, or by their rating, after a plan and with a receipt', async ({
  studio,
}) => {
  await seedHome(studio.home, 6);
  const { window } = await studio.start({ size });
  await finishFirstRun(window);
  await new Navigation(window).open('Library');
  const library = new OrganisedLibrary(window);
  await library.cells.nth(0).click();
  await library.cells.nth(1).click({ modifiers: ['Shift'] });
  await window.keyboard.press('Delete');
  await library.show('Trash');
  await window.getByRole('button', { name: 'Empty trash…' }).click();
  const question = new EraseQuestion(window);
  await expect(question.dialog).toContainText('Empty the trash? 2 clips go.');
  await question.cancel.click();
  await expect(library.cells).toHaveCount(2);
  await window.getByRole('button', { name: 'Empty trash…' }).click();
  await question.confirm('Delete 2 clips').click();
  await expect(library.toast('2 clips deleted')).toBeVisible();
  await expect(library.cells).toHaveCount(0);

  await new Navigation(window).open('Your data');
  const doors = new EraseDoors(window);
  await doors.rules.click();
  const rules = window.getByRole('dialog', { name: 'Clean-up rules' });
  await rules.getByRole('switch', { name: /Move clips to the trash by themselves/ }).press('Space');
  await rules.getByRole('button', { name: /Empty the trash by itself$/ }).click();
  await window.getByRole('option').nth(1).click();
  const preview = rules.getByRole('region', { name: 'Now that would be' });
  await expect(preview).toContainText(/To the trash.*\d clips?/);
  await expect(preview).toContainText(/Erased from the trash.*\d clips?/);
  await rules.getByRole('button', { name: 'Save rules' }).click();
  await expect(window.getByText('Clean-up rules saved.')).toBeVisible();
  expect(await callStudio(window, 'settings.get', {})).toMatchObject({
    cleanUp: { onlyUnrated: true },
  });

  await doors.byDate.click();
  await question.choose('Rating', 'Without a rating');
  await expect(question.dialog).toContainText('Gone now, on this device');
  await question.dialog.getByRole('button', { name: /^Delete \d clips?$/ }).click();
  await expect(library.toast('deleted').last()).toBeVisible();
  await window.getByRole('tab', { name: 'Receipts' }).click();
  await expect(doors.receipts.getByRole('row')).toHaveCount(3); // with the head
  await expect(doors.receipts).toContainText('By date or rating');
  await expect(doors.receipts).toContainText('Trash');
  expect(await doors.receiptsBeyondPx(), 'nothing is out of sight at the side').toBe(0);
});

test('an erasure of thousands says how far it is and is stopped between two clips', async ({
  studio,
}) => {
  await seedHome(studio.home, 20_000, 1);
  const { window } = await studio.start({ size });
  await finishFirstRun(window);
  await new Navigation(window).open('Your data');
  await new EraseDoors(window).byDate.click();
  const question = new EraseQuestion(window);
  await question.dialog.getByRole('button', { name: /^Delete [\d,]+ clips$/ }).click();
  const progress = window.getByRole('region', { name: 'Erasing' });
  await expect(progress.getByRole('progressbar')).toHaveAttribute(
    'aria-valuetext',
    /[\d,]+ of [\d,]+/,
  );
  await progress.getByRole('button', { name: 'Stop erasing' }).click();
  await expect(window.getByText('Stopped. What was not begun stays.')).toBeVisible();
  const { total } = await callStudio(window, 'library.count', {});
  expect(total).toBeGreaterThan(1000);
});
