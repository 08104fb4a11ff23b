// Clips are selected, marked, tagged, thrown away and brought back, by mouse and by keyboard alone, and each step can be undone.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { OrganisedLibrary } from '../pages/organise-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { orderClips, untilIdle } from '../sample-clips.ts';

async function openLibrary(window: Page): Promise<OrganisedLibrary> {
  await finishFirstRun(window);
  await orderClips(window, 6);
  await untilIdle(window);
  await new Navigation(window).open('Library');
  const library = new OrganisedLibrary(window);
  await expect(library.cells).toHaveCount(6);
  return library;
}

test('clips are selected and changed together with the mouse, and every change is taken back', async ({
  studio,
}) => {
  const { window } = await studio.start({ size: { width: 1280, height: 800 } });
  const library = await openLibrary(window);

  await library.card('Lighthouse').click();
  await library.card('Paper lanterns').click({ modifiers: ['Shift'] });
  await expect(library.bar).toContainText('3 selected');
  await library.card('Aurora').click({ modifiers: ['ControlOrMeta'] });
  await expect(library.bar).toContainText('2 selected');

  await library.choose('Rate', '4 stars');
  await library.choose('Label', 'Green');
  await library.action('Favourite').click();
  const described = /Favourite, .*4 stars, Green label/;
  await expect(library.card('Lighthouse')).toHaveAccessibleDescription(described);
  await expect(library.card('Paper lanterns')).toHaveAccessibleDescription(described);
  await expect(library.card('Aurora')).not.toHaveAccessibleDescription(/stars|label/);

  await library.action('Tag').click();
  await window.getByRole('searchbox', { name: 'Find or add a tag' }).fill('Teaser');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem', { name: 'Teaser' })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  const search = new LibraryScreen(window).search;
  await search.fill('teaser');
  await expect(library.cells).toHaveCount(2);
  await library.undoFrom('Tags of 2 clips changed');
  await expect(library.cells).toHaveCount(0);
  await search.fill('');
  await expect(library.cells).toHaveCount(6);

  await library.card('Lighthouse').click();
  await library.card('Neon city').click({ modifiers: ['ControlOrMeta'] });
  await library.action('Move to trash').click();
  await expect(library.cells).toHaveCount(4);
  await library.undoFrom('2 clips moved to the trash');
  await expect(library.cells).toHaveCount(6);
});

test('clips are thrown away and brought back by keyboard alone', async ({ studio }) => {
  const { window } = await studio.start({ size: { width: 1280, height: 800 } });
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
  await expect(library.bar).toContainText('6 selected');
  await keyboard.press('Escape');
  await expect(library.bar).toHaveCount(0);

  await library.cells.first().focus();
  const first = await library.cells.first().getAttribute('aria-label');
  const second = await library.cells.nth(1).getAttribute('aria-label');
  await keyboard.press('Delete');
  await expect(library.cells).toHaveCount(5);
  await expect(library.cells.first(), 'the next clip has the focus').toBeFocused();
  await expect(library.cells.first()).toHaveAccessibleName(second ?? '');

  await keyboard.press('ControlOrMeta+z');
  await expect(library.cells).toHaveCount(6);
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(library.cells).toHaveCount(5);

  await library.show('Trash');
  await expect(library.cells).toHaveCount(1);
  await expect(library.cells.first()).toHaveAccessibleName(first ?? '');
  await library.cells.first().focus();
  await keyboard.press('Space');
  await library.action('Restore').focus();
  await keyboard.press('Enter');
  await expect(window.getByText('The trash is empty')).toBeVisible();
  await library.show('All clips');
  await expect(library.cells).toHaveCount(6);
});
