// The library as a list that is sorted by its headings and as a timeline with a scale to jump: by pointer and by keyboard, kept over a
// restart.
import { expect, test } from '../fixtures.ts';
import { findings } from '../accessibility/axe.ts';
import { finishFirstRun } from '../main-job.ts';
import { Layouts } from '../pages/layouts-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { seedHome } from '../seeded-home.ts';
import { callStudio } from '../studio-call.ts';

const shots = process.env['KLING5_SHOTS'];

test('a library is looked at as a list and as a timeline', async ({ studio }) => {
  await seedHome(studio.home, 400);
  const first = await studio.start({ size: { width: 1280, height: 800 } });
  const { window } = first;
  const look = (name: string) =>
    shots ? window.screenshot({ path: `${shots}/${name}.png` }) : Promise.resolve();
  await finishFirstRun(window);
  await new Navigation(window).open('Library');
  const layouts = new Layouts(window);
  const library = new LibraryScreen(window);
  await library.cells.first().waitFor();

  await layouts.choose('Grid', 'List');
  await expect(library.grid).toHaveAttribute('aria-colcount', '1');
  await expect(library.grid).toHaveAttribute('aria-rowcount', /^\d+$/);
  await layouts.heading('Length').click();
  const { items } = await callStudio(window, 'library.page', { sort: 'longest', limit: 3 });
  await expect(library.cells.first()).toHaveAttribute('data-clip', items[0]?.id ?? '');
  await library.cells.first().click();
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(layouts.picked).toHaveCount(3);
  await look('list');
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await layouts.heading('Length').click(); // the other way round
  await expect(library.cells.first()).not.toHaveAttribute('data-clip', items[0]?.id ?? '');

  // every heading, by keyboard alone
  const orders = [
    ['Model', 'model', 'model-reverse'],
    ['Ratio', 'widest', 'tallest'],
    ['Tags', 'tags', 'tags-reverse'],
    ['Title', 'title', 'title-reverse'],
    ['Rating', 'rating', 'rating-reverse'],
  ] as const;
  for (const [column, ...both] of orders) {
    for (const sort of both) {
      await layouts.heading(column).focus();
      await window.keyboard.press('Enter');
      const page = await callStudio(window, 'library.page', { sort, limit: 1 });
      await expect(library.cells.first()).toHaveAttribute('data-clip', page.items[0]?.id ?? '');
      const isRising = ['model', 'tallest', 'tags', 'title', 'rating-reverse'].includes(sort);
      await expect(layouts.sorted(column)).toHaveAttribute(
        'aria-sort',
        isRising ? 'ascending' : 'descending',
      );
      await expect(layouts.headings.locator('[aria-sort$="ending"]')).toHaveCount(1);
    }
    await look(`list-${column.toLowerCase()}`);
  }

  await window.keyboard.press('Control+Alt+3');
  await expect(layouts.button('Timeline')).toBeVisible();
  await expect(layouts.month('')).not.toHaveCount(0);
  const last = layouts.scale.getByRole('option').last();
  await last.click();
  await expect(last).toHaveAttribute('data-current', 'true');
  await expect(library.cells.last()).toBeVisible();
  await look('timeline-end');
  // by keyboard alone: the scale is one stop, arrows move in it, Enter goes
  await layouts.scale.getByRole('option').last().focus();
  await window.keyboard.press('Home');
  await expect(layouts.scale.getByRole('option').first()).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(layouts.scale.getByRole('option').first()).toHaveAttribute('data-current', 'true');
  await look('timeline');
  expect(await findings(window)).toEqual([]);

  await first.quit();
  const again = await studio.start({ size: { width: 1280, height: 800 } });
  await new Navigation(again.window).open('Library');
  await expect(new Layouts(again.window).scale).toBeVisible();
});
