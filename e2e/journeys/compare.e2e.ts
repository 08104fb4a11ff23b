// Two clips on one clock: what each of them shows is read from its pixels.
import { generationIdSchema } from '#shared/domain/ids.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { numberClips, shownNumber } from '../numbered-clip.ts';
import { CommandPalette } from '../pages/commands-page.ts';
import { Compare } from '../pages/compare-page.ts';
import { OrganisedLibrary } from '../pages/organise-page.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { seedHome } from '../seeded-home.ts';
import { callStudio } from '../studio-call.ts';

test('two clips are compared on one clock, by mouse and by keyboard', async ({ studio }) => {
  await seedHome(studio.home, 12);
  const [first, second] = (await numberClips(studio.home, 2)).map(({ id }) =>
    generationIdSchema.parse(id),
  );
  if (!first || !second) throw new Error('not enough clips');
  const { window } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  await window.evaluate(
    (ids) => {
      globalThis.location.hash = `#/compare/${ids.join('+')}`;
    },
    [first, second],
  );
  const compare = new Compare(window);
  const both = async () => [
    await shownNumber(compare.video('A')),
    await shownNumber(compare.video('B')),
  ];
  await expect.poll(both).toEqual([0, 0]);
  await window.keyboard.press('.');
  await window.keyboard.press('.');
  await expect.poll(both).toEqual([2, 2]);
  await compare.button('Previous frame').click();
  await expect.poll(both).toEqual([1, 1]);

  await compare.button('Play all').click();
  await expect.poll(() => shownNumber(compare.video('A'))).toBeGreaterThan(8);
  await window.keyboard.press('k');
  const differ = async () => new Set(await both()).size - 1;
  await expect.poll(differ).toBe(0);

  // what differs, and only that
  const facts = compare.table.getByRole('rowheader');
  await expect(facts.first()).toBeVisible();
  for (const row of await compare.table.getByRole('row').all()) {
    const values = await row.getByRole('cell').allInnerTexts();
    if (values.length > 0) expect(new Set(values).size).toBeGreaterThan(1);
  }

  // wiped by keyboard: B is seen at the right of the edge alone
  await window.keyboard.press('w');
  await compare.wipeEdge.focus();
  for (let press = 0; press < 3; press += 1) await window.keyboard.press('PageUp');
  await expect(compare.wipeEdge).toHaveAttribute('aria-valuenow', '80');
  await compare.show('Side by side');

  // decided from here
  await window.keyboard.press('b');
  await window.keyboard.press('4');
  await window.keyboard.press('s');
  await expect
    .poll(async () => {
      const clip = await callStudio(window, 'generations.get', { id: second });
      return [clip.rating, clip.isFavourite];
    })
    .toEqual([4, true]);
  await window.keyboard.press('Delete');
  await expect(compare.pane('B')).toHaveCount(0);
  await expect
    .poll(async () => (await callStudio(window, 'generations.get', { id: second })).trashedAt)
    .not.toBeNull();
});

test('the selection of the library is compared from its bar and from the palette', async ({
  studio,
}) => {
  await seedHome(studio.home, 12);
  const { window } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  await new Navigation(window).open('Library');
  const library = new OrganisedLibrary(window);
  await library.cells.nth(0).click();
  await library.cells.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await library.cells.nth(2).click({ modifiers: ['ControlOrMeta'] });
  await library.action('Compare').click();
  const compare = new Compare(window);
  await expect(compare.pane('C')).toBeVisible();
  await compare.button('More about C').click();
  await window.getByRole('menuitem', { name: 'Take out of the comparison' }).click();
  await expect(compare.pane('C')).toHaveCount(0);
  await expect(window.getByRole('menu')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(library.picked).toHaveCount(3);

  const palette = new CommandPalette(window);
  await palette.open();
  await palette.search.fill('compare');
  await expect(palette.row(/Compare/).first()).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(compare.pane('C')).toBeVisible();
});
