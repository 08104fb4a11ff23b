// The file of a clip is deleted behind the app's back: the viewer says so, and brings the same bytes back from the cloud.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { findClip, sha256 } from '../library-files.ts';
import { finishFirstRun } from '../main-job.ts';
import { Viewer } from '../pages/viewer-page.ts';
import { orderClips, untilIdle } from '../sample-clips.ts';

test('a clip whose file is gone is fetched again', async ({ studio }) => {
  const { window, complaints } = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(window);
  const [id] = await orderClips(window, 1);
  await untilIdle(window);
  const { path } = findClip(join(studio.home, 'library'));
  const before = sha256(path);
  rmSync(path);

  await window.evaluate((clip) => {
    globalThis.location.hash = `#/viewer/${clip}`;
  }, id);
  await expect(window.getByRole('heading', { name: 'The file is not where it was' })).toBeVisible();
  await expect(window.getByText(/Put the file back, or fetch the cloud copy/)).toBeVisible();
  await window.getByRole('button', { name: 'Fetch again', exact: true }).focus();
  await window.keyboard.press('Enter');

  const viewer = new Viewer(window);
  await viewer.video.waitFor();
  await viewer.ready();
  expect(existsSync(path) && sha256(path)).toBe(before);
  complaints.length = 0; // the console says as well that the file was not there
  await window.getByRole('radiogroup', { name: 'Show' }).getByText('History').click();
  await expect(window.getByText('Fetched again', { exact: true })).toBeVisible();
});
