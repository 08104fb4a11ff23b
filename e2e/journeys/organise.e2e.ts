// Clips are selected, marked, tagged, thrown away and brought back, by mouse and by keyboard alone, and each step can be undone.
import type { Page } from '@playwright/test';
import type { GenerationId } from '#shared/domain/ids.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { OrganisedLibrary, OrganisedViewer } from '../pages/organise-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { clearMarks } from '../plain-marks.ts';
import { seedHome } from '../seeded-home.ts';
import { callStudio } from '../studio-call.ts';

const count = 6;
const size = { width: 1280, height: 800 };

async function openLibrary(window: Page): Promise<OrganisedLibrary> {
  await finishFirstRun(window);
  await clearMarks(window);
  await new Navigation(window).open('Library');
  const library = new OrganisedLibrary(window);
  await expect(library.cells).toHaveCount(count);
  return library;
}

test.beforeEach(async ({ studio }) => seedHome(studio.home, count));

test('clips are selected and changed together with the mouse, and every change is taken back', async ({
  studio,
}) => {
  const { window } = await studio.start({ size });
  const library = await openLibrary(window);

  await library.cells.nth(0).click();
  await library.cells.nth(2).click({ modifiers: ['Shift'] });
  await expect(library.bar).toContainText('3 selected');
  await library.cells.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await expect(library.bar).toContainText('2 selected');

  await library.choose('Rate', '4 stars');
  await library.choose('Label', 'Green');
  const described = /4 stars, Green label/;
  await expect(library.cells.nth(0)).toHaveAccessibleDescription(described);
  await expect(library.cells.nth(2)).toHaveAccessibleDescription(described);
  await expect(library.cells.nth(1)).not.toHaveAccessibleDescription(/stars|label/);
  await library.undoFrom('2 clips labelled');
  await expect(library.cells.nth(0)).not.toHaveAccessibleDescription(/label/);

  await library.action('Tag').click();
  await library.tagField.fill('Teaser');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem', { name: 'Teaser' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(library.tagField).toHaveCount(0);
  await library.toast('Tags of 2 clips changed').hover(); // it stays while it is pointed at
  const search = new LibraryScreen(window).search;
  await search.fill('teaser');
  await expect(library.cells).toHaveCount(2);
  await library.undoFrom('Tags of 2 clips changed');
  await expect(library.cells).toHaveCount(0);
  await search.fill('');
  await expect(library.cells).toHaveCount(count);

  await library.cells.nth(0).click();
  await library.cells.nth(3).click({ modifiers: ['ControlOrMeta'] });
  await library.action('Move to trash').click();
  await expect(library.cells).toHaveCount(count - 2);
  await library.undoFrom('2 clips moved to the trash');
  await expect(library.cells).toHaveCount(count);
});

test('a rectangle selects what it touches, adds to it and is taken back', async ({ studio }) => {
  const { window } = await studio.start({ size });
  const library = await openLibrary(window);
  const { mouse, keyboard } = window;

  await library.drawBand({ cell: 0, x: -4, y: -6 }, { cell: 1, x: 20, y: 20 });
  await expect(library.picked).toHaveCount(2);
  await expect(library.band).toBeVisible();
  await mouse.up();
  await expect(library.band).toBeHidden();
  await expect(library.bar).toContainText('2 selected');

  await keyboard.down('Shift');
  await library.drawBand({ cell: 2, x: -4, y: -6 }, { cell: 3, x: 20, y: 20 });
  await expect(library.bar).toContainText('4 selected');
  await keyboard.press('Escape');
  await expect(library.band).toBeHidden();
  await mouse.up();
  await keyboard.up('Shift');
  await expect(library.bar, 'what was selected before').toContainText('2 selected');

  await library.drawBand({ cell: 5, x: 200, y: 300 }, { cell: 5, x: 20, y: 20 });
  await mouse.up();
  await expect(library.picked).toHaveCount(1);
  await library.drawBand({ cell: 5, x: 200, y: 300 }, { cell: 5, x: 200, y: 300 });
  await mouse.up();
  await expect(library.picked, 'a press beside the cards').toHaveCount(0);
});

test('clips are thrown away and brought back by keyboard alone', async ({ studio }) => {
  const { window } = await studio.start({ size });
  const library = await openLibrary(window);
  const { keyboard } = window;

  await library.cells.first().focus();
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await expect(library.picked).toHaveCount(3);
  await keyboard.press('Escape');
  await expect(library.picked).toHaveCount(0);
  await keyboard.press('Space');
  await expect(library.picked).toHaveCount(1);
  await keyboard.press('Space');
  await expect(library.picked).toHaveCount(0);
  await keyboard.press('ControlOrMeta+a');
  await expect(library.bar).toContainText(`${count} selected`);
  await keyboard.press('Escape');
  await expect(library.bar).toHaveCount(0);

  await library.cells.first().focus();
  await keyboard.press('3');
  await expect(library.cells.first()).toHaveAccessibleDescription(/3 stars/);
  await keyboard.press('0');
  await expect(library.cells.first()).not.toHaveAccessibleDescription(/star/);
  const first = await library.cells.first().getAttribute('aria-label');
  const second = await library.cells.nth(1).getAttribute('aria-label');
  await keyboard.press('Delete');
  await expect(library.cells).toHaveCount(count - 1);
  await expect(library.cells.first(), 'the next clip has the focus').toBeFocused();
  await expect(library.cells.first()).toHaveAccessibleName(second ?? '');

  const search = new LibraryScreen(window).search;
  await search.focus();
  await keyboard.type('fog');
  await keyboard.press('ControlOrMeta+z');
  await expect(search, 'what is typed has its own undo').not.toHaveValue('fog');
  await search.fill('');
  await expect(library.cells, 'and the clips stay as they are').toHaveCount(count - 1);

  await library.cells.first().focus();
  await keyboard.press('ControlOrMeta+z');
  await expect(library.cells).toHaveCount(count);
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(library.cells).toHaveCount(count - 1);

  await library.show('Trash');
  await expect(library.cells).toHaveCount(1);
  await expect(library.cells.first()).toHaveAccessibleName(first ?? '');
  await library.cells.first().focus();
  await keyboard.press('Space');
  await library.action('Restore').focus();
  await keyboard.press('Enter');
  await expect(window.getByText('The trash is empty')).toBeVisible();
  await library.show('All clips');
  await expect(library.cells).toHaveCount(count);
});

test('a clip is rated, labelled, tagged, noted and thrown away while it is watched', async ({
  studio,
}) => {
  const { window } = await studio.start({ size });
  const library = await openLibrary(window);
  await library.cells.nth(1).dblclick();
  const viewer = new OrganisedViewer(window);

  await viewer.rate(4);
  await expect(viewer.stars(4)).toBeChecked();
  await window.keyboard.press('2');
  await expect(viewer.stars(2)).toBeChecked();
  await viewer.setLabel('Purple');
  await expect(viewer.label('Purple')).toBeChecked();

  await viewer.addTag.click();
  await library.tagField.fill('client A');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(viewer.removeTag('client A')).toBeVisible();

  await viewer.tab('Notes').click();
  await viewer.notes.fill('Use the last second for the zanzibar cut.');
  const id = window.url().split('/').at(-1) as GenerationId;
  const notesNow = async () => (await callStudio(window, 'generations.get', { id })).notes;
  await expect.poll(notesNow, 'saved while it is being typed').toContain('zanzibar');
  await expect(viewer.notes).toBeFocused();
  await viewer.tab('Details').click();
  await viewer.removeTag('client A').click();
  await expect(viewer.removeTag('client A')).toHaveCount(0);
  await window.keyboard.press('ControlOrMeta+z');
  await expect(viewer.removeTag('client A')).toBeVisible();

  await viewer.back.click();
  await expect(library.cells.nth(1)).toHaveAccessibleDescription(/2 stars, Purple label/);
  const search = new LibraryScreen(window).search;
  await search.fill('zanzibar');
  await expect(library.cells).toHaveCount(1);
  await library.cells.first().dblclick();
  await expect(viewer.notesTab).toBeVisible();
  await window.keyboard.press('Delete');
  await expect(window.getByText('No clip matches “zanzibar”')).toBeVisible();
  await library.undoFrom('1 clip moved to the trash');
  await expect(library.cells).toHaveCount(1);
});

test('a card has a menu, for the right button and for the keyboard', async ({ studio }) => {
  const { window } = await studio.start({ size });
  const library = await openLibrary(window);
  const item = (name: string) => window.getByRole('menuitem', { name, exact: true });

  await library.cells.nth(2).click({ button: 'right' });
  await expect(library.picked).toHaveCount(1);
  await item('Add to favourites').click();
  await expect(library.cells.nth(2)).toHaveAccessibleDescription(/Favourite/);

  await library.cells.nth(0).click();
  await library.cells.nth(1).click({ modifiers: ['Shift'] });
  await library.cells.nth(1).click({ button: 'right' });
  await expect(item('Move to trash')).toBeVisible();
  await expect(item('Compare')).toBeVisible();
  await expect(item('Open')).toHaveCount(0);
  await window.keyboard.type('Rate');
  await window.keyboard.press('ArrowRight');
  await expect(item('5 stars')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(library.cells.nth(0)).toHaveAccessibleDescription(/5 stars/);
  await expect(library.cells.nth(1)).toHaveAccessibleDescription(/5 stars/);
  await library.cells.nth(1).click({ button: 'right' });
  await window.keyboard.press('Escape');
  await expect(window.getByRole('menu')).toHaveCount(0);
  await expect(library.picked).toHaveCount(2);

  await library.cells.nth(1).focus();
  await window.keyboard.press('Shift+F10');
  await expect(window.getByRole('menuitem').first()).toBeFocused();
  await window.keyboard.type('Move');
  await expect(item('Move to trash')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(library.cells).toHaveCount(count - 2);
  await library.undoFrom('2 clips moved to the trash');
  await expect(library.cells).toHaveCount(count);
});
