// An archive comes back in a library that knows nothing of it: looked at first, played afterwards, taken once, and refused when damaged.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
} from '../../electron/engine/testing/start-engine.ts';
import { startTestGateway } from '../../electron/gateway/testing/start-gateway.ts';
import { expect, test } from '../fixtures.ts';
import { listFiles, sha256 } from '../library-files.ts';
import { exportEverything, finishFirstRun, openClip, playAndSeek } from '../main-job.ts';
import { answerOpenDialog, dropFile, ImportDialog, ImportPanel } from '../pages/import-page.ts';
import { CommandPalette } from '../pages/commands-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { orderClips, untilIdle } from '../sample-clips.ts';
import { callStudio } from '../studio-call.ts';

/** A ZIP with nothing in it: its end, and no list before that. */
const emptyZip = Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1');

/** Of a library of two clips, made without a window. */
async function makeArchive(archive: string): Promise<void> {
  const gateway = await startTestGateway();
  const engine = await startTestEngine({ cloud: gateway });
  try {
    await prepareToCreate(engine);
    for (const prompt of ['Lighthouse before the storm', 'Aurora over the fjord']) {
      const { items } = await engine.call('generations.create', { ...demoDraft, prompt });
      await engine.ended(items[0]?.id ?? '');
    }
    const { taskId } = await engine.call('archive.export', { grantId: engine.grant(archive) });
    await engine.until(async () => {
      const { state } = await engine.call('tasks.get', { id: taskId });
      return state === 'done' ? true : null;
    });
  } finally {
    await engine.remove();
    await gateway.close();
  }
}

/** What the library holds, as files and as figures. */
async function stateOf(window: Page, home: string) {
  const library = join(home, 'library');
  const files = listFiles(library).filter((name) => name.startsWith('videos'));
  return {
    counts: await callStudio(window, 'library.counts', {}),
    tasks: await callStudio(window, 'tasks.list', {}),
    files: files.map((name) => [name, sha256(join(library, name))]),
  };
}

test('an archive is looked at, imported into an empty library, played, and imported once', async ({
  studio,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'kling5-import-'));
  const archive = join(folder, 'everything.zip');
  await makeArchive(archive);

  const { app, window } = await studio.start();
  await finishFirstRun(window);
  const navigation = new Navigation(window);
  const dialog = new ImportDialog(window);
  const panel = new ImportPanel(window);

  // The empty library offers it.
  await answerOpenDialog(app, archive);
  await navigation.open('Library');
  await window.getByRole('button', { name: 'Import an archive…', exact: true }).click();
  await expect(dialog.window).toContainText('Import 2 clips?');
  await expect(dialog.window).toContainText('everything.zip');
  await expect(dialog.window).toContainText('Another library');
  await expect(dialog.row('Clips')).toHaveText(['Clips', '2', '2', '0']);
  await expect(dialog.close).toBeFocused();
  expect(await callStudio(window, 'library.counts', {})).toMatchObject({ clips: 0 });

  await dialog.import.click();
  await expect(panel.panel).toContainText('Imported: 2 clips and 2 prompts.');
  await expect(navigation.link('Library')).toContainText('2');
  await panel.showInLibrary.click();
  await expect(new LibraryScreen(window).cells).toHaveCount(2);
  await openClip(window, 'lighthouse');
  expect((await playAndSeek(window, 0.5)).width).toBe(64);
  await window.keyboard.press('Escape');

  // The same archive again, from the command palette.
  const before = await stateOf(window, studio.home);
  const palette = new CommandPalette(window);
  await palette.open();
  await window.keyboard.type('import');
  await palette.row(/^Import an archive…/).click();
  await expect(dialog.window).toContainText('Nothing new in this archive');
  await expect(dialog.row('Clips')).toHaveText(['Clips', '2', '0', '2']);
  await dialog.import.click();
  await expect(panel.panel).toContainText('Nothing new: all of it was here already.');
  const { tasks: _, ...after } = await stateOf(window, studio.home);
  expect(before).toMatchObject(after);
  rmSync(folder, { recursive: true, force: true });
});

test('an archive that is cut off or of another program is refused, and nothing has changed', async ({
  studio,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'kling5-import-'));
  const { app, window } = await studio.start();
  await finishFirstRun(window);
  await orderClips(window, 1);
  await untilIdle(window);
  const archive = join(folder, 'everything.zip');
  await exportEverything(app, window, archive);
  const bytes = readFileSync(archive);
  const half = Math.floor(bytes.length / 2);
  const cutOff = join(folder, 'cut-off.zip');
  writeFileSync(cutOff, bytes.subarray(0, half));
  const foreign = join(folder, 'foreign.zip');
  writeFileSync(foreign, emptyZip);
  const spoiled = join(folder, 'spoiled.zip');
  const inVideo = bytes.indexOf('mdat') + 500;
  bytes.writeUInt8(bytes.readUInt8(inVideo) ^ 0xff, inVideo);
  writeFileSync(spoiled, bytes);
  const before = await stateOf(window, studio.home);
  const dialog = new ImportDialog(window);
  const panel = new ImportPanel(window);

  await answerOpenDialog(app, cutOff);
  await panel.choose.click();
  await expect(dialog.window.getByRole('alert')).toContainText(
    'This is not a ZIP archive, or its end is missing.',
  );
  await expect(dialog.window.getByRole('alert')).toContainText('Nothing was changed.');
  await expect(dialog.import).toHaveCount(0);
  await dialog.close.click();
  await expect(panel.choose).toBeFocused();

  await dropFile(window, window.getByRole('region', { name: 'Content', exact: true }), foreign);
  await expect(dialog.window.getByRole('alert')).toContainText(
    'This ZIP is not an archive of Kling 5 Studio',
  );
  await expect(dialog.window.locator(':focus')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await expect(dialog.window).toHaveCount(0);
  expect(await stateOf(window, studio.home)).toEqual(before);

  // One wrong byte in a video, which nothing but reading all of them shows.
  await answerOpenDialog(app, spoiled);
  await panel.choose.click();
  await dialog.import.click();
  await expect(panel.panel.getByRole('alert')).toContainText('Nothing was changed.');
  await expect(panel.panel.getByRole('alert')).toContainText('.mp4');
  const { tasks: _, ...after } = await stateOf(window, studio.home);
  expect(before).toMatchObject(after);
  rmSync(folder, { recursive: true, force: true });
});
