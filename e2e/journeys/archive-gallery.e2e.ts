// The gallery of an exported archive in a browser that is not ours, years later: no app, no network, no scripts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPlainBrowser } from '../browser.ts';
import { expect, test } from '../fixtures.ts';
import { temporaryFolder } from '../launch.ts';
import { exportEverything, finishFirstRun } from '../main-job.ts';
import { orderClips, shortClipS, untilIdle } from '../sample-clips.ts';
import { callStudio } from '../studio-call.ts';

const titles = ['霓虹 “雨” <b>& more</b>', '"><script>document.title = "run"</script>'];

test('the gallery of an archive shows every clip without the app, scripts or a network', async ({
  studio,
}, info) => {
  const folder = temporaryFolder('gallery');
  const archive = join(folder, 'everything.zip');
  const unpacked = join(folder, 'a folder with 100 % odd #name?');
  const { app, window, quit } = await studio.start();
  await finishFirstRun(window);
  const ids = await orderClips(window, 3);
  await untilIdle(window);
  for (const [index, title] of titles.entries()) {
    await callStudio(window, 'generations.update', { id: ids[index] ?? '', title });
  }
  await exportEverything(app, window, archive);
  await quit();
  mkdirSync(unpacked);
  execFileSync('unzip', ['-q', archive, '-d', unpacked]);

  const browser = await openPlainBrowser();
  try {
    const page = await browser.context.newPage();
    await page.goto(pathToFileURL(join(unpacked, 'index.html')).href);
    for (const title of titles) {
      await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
    }
    await expect(page.getByText('Paper lanterns rise over a quiet river').first()).toBeVisible();
    await expect(page).toHaveTitle('Kling 5 Studio archive');
    await page.getByText('Settings').first().click(); // opens without a script
    await expect(page.getByText('aspect', { exact: false }).first()).toBeVisible();

    const videos = page.locator('video');
    await expect(videos).toHaveCount(3);
    for (const video of await videos.all()) {
      const seen = await video.evaluate(async (element) => {
        const { poster, paused } = element as HTMLVideoElement;
        const picture = new Image();
        picture.src = poster;
        await picture.decode();
        return { wasPlaying: !paused, posterWidth: picture.naturalWidth };
      });
      expect(seen.wasPlaying).toBe(false);
      expect(seen.posterWidth).toBeGreaterThan(0);
    }
    const before = browser.requests.length;
    const played = await videos.first().evaluate(async (element) => {
      const video = element as HTMLVideoElement;
      video.muted = true;
      await video.play();
      return { width: video.videoWidth, durationS: video.duration };
    });
    expect(played.width).toBe(256);
    expect(played.durationS).toBeCloseTo(shortClipS, 1);
    expect(browser.requests.slice(before).some((url) => url.endsWith('.mp4'))).toBe(true);
    const elsewhere = browser.requests.filter((url) => !url.startsWith('file://'));
    expect(elsewhere).toEqual([]);
    await info.attach('gallery', { body: await page.screenshot(), contentType: 'image/png' });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
