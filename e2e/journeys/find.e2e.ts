// Clips are found: by filters with a tick, by the words of the query language with help, by mouse and by keyboard alone.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { expectMotionCanBeReduced } from '../motion.ts';
import { Finder } from '../pages/find-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { clearMarks } from '../plain-marks.ts';
import { seedHome } from '../seeded-home.ts';
import { callStudio } from '../studio-call.ts';

const count = 24;
const size = { width: 1280, height: 800 };

test.beforeEach(async ({ studio }) => seedHome(studio.home, count));

/** Two clips rated, three labelled; tells how many the engine has of each. */
async function openLibrary(window: Page) {
  await finishFirstRun(window);
  const { items } = await callStudio(window, 'library.page', {});
  const ids = items.map(({ id }) => id);
  await clearMarks(window);
  await callStudio(window, 'clips.change', {
    ids: ids.slice(0, 2),
    change: { type: 'rate', rating: 5 },
  });
  await callStudio(window, 'clips.change', {
    ids: ids.slice(1, 4),
    change: { type: 'label', label: 'red' },
  });
  await new Navigation(window).open('Library');
  const { cells } = new LibraryScreen(window);
  await expect(cells.first()).toBeVisible();
  return { cells, finder: new Finder(window), search: new LibraryScreen(window).search };
}

test('filters are ticked, shown as chips and taken off with the mouse', async ({ studio }) => {
  const { window } = await studio.start({ size });
  const { cells, finder } = await openLibrary(window);

  await finder.line('Red').click();
  await expect(cells).toHaveCount(3);
  await expect(finder.value('Red')).toBeChecked();
  await finder.line('5 stars').click();
  await expect(cells).toHaveCount(1);
  await expect(window.getByText(`1 of ${count}`)).toBeVisible();
  await expect(finder.line('Red'), 'counted as if it were not chosen').toContainText('1');

  await finder.chip('Red label').click();
  await expect(cells).toHaveCount(2);
  await expect(finder.value('Red')).not.toBeChecked();
  await finder.chips.getByRole('button', { name: 'Clear' }).click();
  await expect(cells).toHaveCount(count);
  await expect(finder.chips).toHaveCount(0);

  await finder.column.getByRole('checkbox').last().focus();
  const scrolled = await window.evaluate(() => document.scrollingElement?.scrollTop);
  expect(scrolled, 'the column is scrolled, and never the window').toBe(0);

  await finder.heading('Label').click();
  await expect(finder.value('Red')).toBeHidden();
  await finder.columnButton.click();
  await expect(finder.column).toHaveCount(0);
  await finder.columnButton.click();
  await expect(finder.value('Red'), 'still folded').toBeHidden();
});

test('a search is written with help and by keyboard alone', async ({ studio }) => {
  const { window } = await studio.start({ size });
  const { cells, finder, search } = await openLibrary(window);
  const { keyboard } = window;

  await cells.first().focus();
  await keyboard.press('/');
  await expect(search).toBeFocused();
  await keyboard.type('lab');
  await expect(finder.suggestion('label:')).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(finder.suggestion('label:')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expect(search).toHaveValue('label:');
  await keyboard.type('re');
  await expect(finder.suggestion('red')).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(finder.suggestion('red')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Tab');
  await expect(search).toHaveValue('label:red ');
  await expect(search).toBeFocused();
  await expect(cells).toHaveCount(3);
  await expect(finder.chip('Red label')).toBeVisible();
  await expect(finder.value('Red')).toBeChecked();

  await keyboard.type('rating:9');
  await expect(finder.hint).toContainText('“rating:9” is searched as text');
  await keyboard.press('Backspace');
  await keyboard.type('>=4 ');
  await expect(finder.hint).toHaveCount(0);
  await expect(cells).toHaveCount(1);
  await keyboard.type('colour:re');
  await expect(finder.hint).toContainText('there is no filter “colour”');

  await keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(cells).toHaveCount(count);
  await keyboard.type('ra');
  await expect(finder.suggestions).toBeVisible();
  await keyboard.press('Escape');
  await expect(finder.suggestions, 'first the list closes').toHaveCount(0);
  await expect(search).toHaveValue('ra');
  await keyboard.press('Escape');
  await expect(search, 'then the box is emptied').toHaveValue('');

  await keyboard.press('F6');
  await expect(finder.column.locator(':focus')).toHaveCount(1);
  await finder.value('Red').focus();
  await keyboard.press('Space');
  await expect(cells).toHaveCount(3);
  await keyboard.press('Space');
  await expect(cells).toHaveCount(count);

  // once around the window, and back
  const around = ['facets', 'content', 'sidebar', 'toolbar', 'facets'];
  for (const pane of around.slice(1)) {
    await keyboard.press('F6');
    await expect.poll(() => focusedPane(window)).toBe(pane);
  }
  for (const pane of around.toReversed().slice(1)) {
    await keyboard.press('Shift+F6');
    await expect.poll(() => focusedPane(window)).toBe(pane);
  }

  await oddWordsAreText(window);
  await expectMotionCanBeReduced(window, count);
});

const focusedPane = (window: Page) =>
  window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));

/** Markup, another direction, emoji, and far too much: all of it is text and nothing else. */
async function oddWordsAreText(window: Page): Promise<void> {
  const titles = [
    '<img src=x onerror="globalThis.hit = 1"><b>bold</b>',
    'مطر على المدينة',
    '👩‍🚀🌧 東京',
    'ü'.repeat(200),
  ];
  const { items } = await callStudio(window, 'library.page', {});
  const { cells } = new LibraryScreen(window);
  for (const [index, title] of titles.entries()) {
    const id = items[index]?.id;
    if (id === undefined) throw new Error('no clip');
    await callStudio(window, 'clips.change', { ids: [id], change: { type: 'title', title } });
    const shown = cells.nth(index).getByText(title.slice(0, 60));
    await expect(shown).toBeVisible();
    const direction = await shown.evaluate((element) => getComputedStyle(element).direction);
    expect(direction).toBe(title.startsWith('م') ? 'rtl' : 'ltr');
  }
  expect(await window.evaluate(() => 'hit' in globalThis)).toBe(false);
  await takePicture(window, 'odd-words');

  await new Navigation(window).open('Create');
  const prompt = window.getByRole('textbox', { name: 'Prompt', exact: true });
  await prompt.fill('خمسة آلاف '.repeat(500));
  await expect(window.getByText(/^5,000 of/)).toBeVisible();
  expect(await prompt.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await expect(window.getByText(/^The prompt has 5,000 characters/)).toBeVisible();
  await takePicture(window, 'long-prompt');
  await prompt.fill('');
  await new Navigation(window).open('Library');
  await expect(cells.first()).toBeVisible();
}

async function takePicture(window: Page, name: string): Promise<void> {
  const folder = process.env['KLING5_PICTURES'];
  if (folder !== undefined) await window.screenshot({ path: `${folder}/${name}.png` });
}

test('filters are in a popover where there is no room for a column', async ({ studio }) => {
  const { window } = await studio.start({ size: { width: 1000, height: 700 } });
  const { cells, finder } = await openLibrary(window);
  await expect(finder.column).toHaveCount(0);
  await window.getByRole('button', { name: 'Filters', exact: true }).click();
  const popover = window.getByRole('dialog', { name: 'Filters' });
  await popover.locator('label').filter({ hasText: 'Red' }).click();
  await expect(cells).toHaveCount(3);
  await window.keyboard.press('Escape');
  await expect(finder.chip('Red label')).toBeVisible();
});
