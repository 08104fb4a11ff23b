// Clips are put into collections and in order by hand, searches are kept under a name; by mouse and by keyboard alone.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { Collections } from '../pages/collections-page.ts';
import { Finder } from '../pages/find-page.ts';
import { OrganisedLibrary } from '../pages/organise-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { seedHome } from '../seeded-home.ts';

const count = 6;
const size = { width: 1280, height: 800 };

test.beforeEach(async ({ studio }) => seedHome(studio.home, count));

async function openLibrary(window: Page) {
  await finishFirstRun(window);
  await new Navigation(window).open('Library');
  const library = new OrganisedLibrary(window);
  await expect(library.cells).toHaveCount(count);
  return { library, collections: new Collections(window) };
}

const namesOf = (cells: Locator) =>
  cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')));

test('clips are dragged into a collection and put in order with the mouse', async ({ studio }) => {
  const { window } = await studio.start({ size });
  const { library, collections } = await openLibrary(window);
  await collections.create('Rain city');
  await expect(collections.title).toHaveText('Rain city');
  await expect(window.getByText('“Rain city” is empty')).toBeVisible();

  await new Navigation(window).open('Library');
  await expect(library.cells).toHaveCount(count);
  const [one, two, three] = await namesOf(library.cells);
  await library.cells.nth(0).click();
  await library.cells.nth(2).click({ modifiers: ['Shift'] });
  await library.cells.nth(1).dragTo(collections.link('Rain city'));
  await expect(library.toast('3 clips added to the collection')).toBeVisible();
  await expect(collections.link('Rain city')).toContainText('3');

  await collections.link('Rain city').click();
  await expect(library.cells).toHaveCount(3);
  await expect.poll(() => namesOf(library.cells)).toEqual([one, two, three]);
  await library.cells.nth(2).dragTo(library.cells.nth(0), { targetPosition: { x: 10, y: 40 } });
  await expect(library.cells.first()).toHaveAccessibleName(three ?? '');
  await expect.poll(() => namesOf(library.cells)).toEqual([three, one, two]);

  await library.cells.first().dblclick();
  await window.getByRole('button', { name: 'Back to Library' }).click();
  await expect(collections.title).toHaveText('Rain city');
  await expect(library.cells.first()).toHaveAccessibleName(three ?? '');

  await library.cells.first().click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Take out of Rain city' }).click();
  await expect(library.cells).toHaveCount(2);
  await library.undoFrom('1 clip taken out');
  await expect(library.cells.first()).toHaveAccessibleName(three ?? '');

  await collections.choose(collections.link('Rain city'), 'Rename…');
  await collections.name.fill('雨 🌧 <b>city</b>');
  await window.keyboard.press('Enter');
  await expect(collections.title).toHaveText('雨 🌧 <b>city</b>');
  await collections.choose(collections.link('雨 🌧 <b>city</b>'), 'Delete the collection');
  await expect(window.getByText('This collection does not exist any more')).toBeVisible();
  await library.undoFrom('deleted. Its clips stay');
  await expect(library.cells).toHaveCount(3);
});

test('a collection is made, filled, put in order and left by keyboard alone', async ({
  studio,
}) => {
  const { window } = await studio.start({ size });
  const { library, collections } = await openLibrary(window);
  const { keyboard } = window;
  const [one, two] = await namesOf(library.cells);

  await library.cells.first().focus();
  await keyboard.press('Space');
  await keyboard.press('ArrowRight');
  await keyboard.press('Space');
  await library.action('Collect').focus();
  await keyboard.press('Enter');
  await expect(window.getByRole('menuitem', { name: 'New collection…' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(collections.name).toBeFocused();
  await keyboard.type('Reel');
  await keyboard.press('Enter');
  await expect(collections.link('Reel')).toContainText('2');

  await collections.link('Reel').focus();
  await keyboard.press('Enter');
  await expect(collections.title).toHaveText('Reel');
  await expect(library.cells).toHaveCount(2);
  await expect.poll(() => namesOf(library.cells)).toEqual([one, two]);
  await library.cells.nth(1).focus();
  await keyboard.press('Alt+ArrowLeft');
  await expect(library.cells.first()).toHaveAccessibleName(two ?? '');
  await expect(library.cells.first(), 'the clip keeps the focus').toBeFocused();
  await keyboard.press('ControlOrMeta+z');
  await expect(library.cells.first()).toHaveAccessibleName(one ?? '');

  await keyboard.press('ControlOrMeta+Alt+2');
  await expect(window.getByRole('columnheader', { name: 'Title' })).toBeVisible();
  await expect(collections.title, 'a list of the same collection').toHaveText('Reel');
  await library.cells.first().focus();
  await keyboard.press('Alt+ArrowDown');
  await expect(library.cells.first()).toHaveAccessibleName(two ?? '');
  await keyboard.press('ControlOrMeta+z');
  await expect(library.cells.first()).toHaveAccessibleName(one ?? '');
  await keyboard.press('ControlOrMeta+Alt+1');
  await keyboard.press('ControlOrMeta+f');
  await expect(new LibraryScreen(window).search).toBeFocused();
  await expect(collections.title, 'searched, not left').toHaveText('Reel');

  await new LibraryScreen(window).search.fill('collection:reel ');
  await expect(new Finder(window).chip('In reel')).toBeVisible();
});

test('a search is kept under a name and found again', async ({ studio }) => {
  const { window } = await studio.start({ size });
  const { library, collections } = await openLibrary(window);
  const finder = new Finder(window);
  const found = new LibraryScreen(window).search;
  await finder.line('Favourites').click();
  await found.fill('at');
  await window.getByRole('button', { name: 'Save search', exact: true }).click();
  await collections.name.fill('Stars at');
  await window.keyboard.press('Enter');
  await expect(collections.search('Stars at')).toHaveAttribute('aria-current', 'page');

  await finder.chips.getByRole('button', { name: 'Clear' }).click();
  await found.fill('');
  await expect(library.cells).toHaveCount(count);
  await collections.search('Stars at').click();
  await expect(found).toHaveValue('at');
  await expect(finder.chip('Favourites')).toBeVisible();

  await collections.choose(collections.search('Stars at'), 'Delete the saved search');
  await expect(collections.searches).toHaveCount(0);
  await library.undoFrom('Saved search “Stars at” deleted');
  await expect(collections.search('Stars at')).toBeVisible();
});
