// A word that is spelled wrong is put right with the right button, on a machine of another language that can reach no dictionary.
import type { ElectronApplication } from 'playwright';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { CreateScreen } from '../pages/studio-pages.ts';

/** The system draws this menu; here it is kept instead of shown. */
async function keepMenus(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const kept = globalThis as unknown as { menu?: Electron.Menu };
    Menu.prototype.popup = function (this: Electron.Menu) {
      kept.menu = this;
    };
  });
}

function rowsOf(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => {
    const { menu } = globalThis as unknown as { menu?: Electron.Menu };
    return (menu?.items ?? []).map(({ label, type }) => (type === 'separator' ? '-' : label));
  });
}

function chooseRow(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate((_electron, wanted) => {
    const { menu } = globalThis as unknown as { menu?: Electron.Menu };
    const item = menu?.items.find((candidate) => candidate.label === wanted);
    item?.click();
  }, label);
}

test('a word that is spelled wrong is put right in the prompt', async ({ studio }) => {
  const { app, window } = await studio.start({ flags: ['--lang=de'] });
  await keepMenus(app);
  await finishFirstRun(window);
  const { prompt } = new CreateScreen(window);
  await prompt.click();
  await window.keyboard.type('brigth lanterns in the rain ');
  await expect(async () => {
    await prompt.click({ button: 'right', position: { x: 28, y: 16 } });
    expect((await rowsOf(app))[0]).toBe('bright');
  }).toPass();
  expect(await rowsOf(app)).toEqual(
    expect.arrayContaining(['Cut', 'Copy', 'Paste', 'Select All', 'Check spelling']),
  );
  await chooseRow(app, 'bright');
  await expect(prompt).toHaveValue('bright lanterns in the rain ');
  const languages = await app.evaluate(({ session }) =>
    session.defaultSession.getSpellCheckerLanguages(),
  );
  expect(languages, 'no other dictionary is asked for').toEqual(['en-US']);
});
