// The user's own videos come in, copies of clips go out, and a file that was moved away is located: by pointer and by keyboard alone.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright';
import { expect, test } from '../fixtures.ts';
import { temporaryFolder } from '../launch.ts';
import { findClips, sha256 } from '../library-files.ts';
import { finishFirstRun } from '../main-job.ts';
import { makeNumberedClip } from '../numbered-clip.ts';
import { dropFile } from '../pages/import-page.ts';
import {
  answerDialogs,
  OwnFiles,
  readClipboardFiles,
  watchDrags,
} from '../pages/own-files-page.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';
import { Viewer } from '../pages/viewer-page.ts';

const shots = process.env['KLING5_SHOTS'];
const look = (window: Page, name: string) =>
  shots ? window.screenshot({ path: `${shots}/${name}.png` }) : Promise.resolve();

interface Stage {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly page: OwnFiles;
  readonly library: LibraryScreen;
  readonly folder: string;
  readonly home: string;
}

test('own files come in, copies go out, and what was moved away is located', async ({ studio }) => {
  const { app, window, complaints } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  await new Navigation(window).open('Library');
  const [page, library] = [new OwnFiles(window), new LibraryScreen(window)];
  const folder = temporaryFolder('own');
  const stage: Stage = { app, window, page, library, folder, home: studio.home };
  writeFileSync(join(folder, 'Harbour at dawn.mp4'), await makeNumberedClip(72, 24));
  writeFileSync(join(folder, 'Ferry – 渡し船.mp4'), await makeNumberedClip(48, 24));
  writeFileSync(
    join(folder, 'torn.mp4'),
    readFileSync(join(folder, 'Ferry – 渡し船.mp4')).subarray(0, 900),
  );
  await takeIn(stage);
  await bringOut(stage);
  await locateAgain(stage);
  complaints.length = 0; // the console says as well that the file was not there
});

async function takeIn({ app, window, page, library, folder }: Stage): Promise<void> {
  await page.emptyImport.waitFor();
  await look(window, 'own-empty');
  await dropFile(window, page.emptyImport, join(folder, 'Harbour at dawn.mp4'));
  await expect(library.cells).toHaveCount(1);
  await expect(page.toast('1 video imported.')).toBeVisible();
  // the rest by keyboard: the command asks the system's own dialog
  await answerDialogs(app, {
    open: ['Ferry – 渡し船.mp4', 'torn.mp4', 'Harbour at dawn.mp4'].map((name) =>
      join(folder, name),
    ),
  });
  await window.keyboard.press('Control+i');
  await expect(page.report.getByText('torn.mp4')).toBeVisible();
  await expect(page.report.getByText('Damaged or cut off')).toBeVisible();
  await look(window, 'own-report');
  await expect(page.report.locator(':focus')).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(page.report).toBeHidden();
  await expect(page.toast('1 video imported. 1 was here already.')).toBeVisible();
  await expect(library.cells).toHaveCount(2);
  await library.search.fill('渡し船');
  await expect(library.cells).toHaveCount(1);
  await library.search.fill('');
  await expect(library.cells.first().locator('img')).toBeVisible(); // drawn by the window, kept by the engine
  await look(window, 'own-library');
}

async function bringOut({ app, window, page, library, folder, home }: Stage): Promise<void> {
  const clips = findClips(join(home, 'library')).map(({ path }) => path);
  const target = join(folder, 'reel.mp4');
  await answerDialogs(app, { save: target });
  await library.cells.first().click({ button: 'right' });
  await look(window, 'own-menu');
  await page.item('Save elsewhere…').click();
  await expect(page.toast('Saved as “reel.mp4”.')).toBeVisible();
  expect(clips.map(sha256)).toContain(sha256(target));
  // several by keyboard, into a folder
  const out = join(folder, 'out');
  mkdirSync(out);
  await answerDialogs(app, { open: [out] });
  await library.cells.first().focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Control+Shift+s');
  await expect(page.toast('2 copies saved.')).toBeVisible();
  expect(findClips(folder)).toHaveLength(0);
  await window.keyboard.press('Control+Shift+c');
  await expect(page.toast('2 files copied.')).toBeVisible();
  const copied = (await readClipboardFiles(app)).map((address) => fileURLToPath(address));
  expect(copied.sort()).toEqual([...clips].sort());
  const dragged = await watchDrags(app);
  await window.locator('[data-file-drag]').dispatchEvent('dragstart');
  await expect.poll(async () => (await dragged()).sort()).toEqual([...clips].sort());
  await look(window, 'own-selected');
}

async function locateAgain({ app, window, page, library, folder, home }: Stage): Promise<void> {
  const [clip] = findClips(join(home, 'library')).filter(({ name }) => name.includes('Harbour'));
  if (!clip) throw new Error('The imported clip is not there');
  renameSync(clip.path, join(folder, 'moved away.mp4'));
  await library.cells.filter({ hasText: 'Harbour' }).dblclick();
  await page.missing.waitFor();
  await look(window, 'own-missing');
  const locate = window.getByRole('button', { name: 'Locate…', exact: true });
  await answerDialogs(app, { open: [join(folder, 'Ferry – 渡し船.mp4')] });
  await locate.click();
  await expect(page.toast('That is another file')).toBeVisible();
  await answerDialogs(app, { open: [join(folder, 'moved away.mp4')] });
  await locate.focus();
  await window.keyboard.press('Enter');
  await new Viewer(window).ready();
  expect(existsSync(clip.path)).toBe(true);
  await look(window, 'own-viewer');
}
