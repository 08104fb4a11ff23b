// The whole main job in one go: create, watch, unplug, find again, export, erase.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { findClip, listFiles } from '../library-files.ts';
import {
  exportEverything,
  finishFirstRun,
  generateClip,
  openClip,
  playAndSeek,
  waitForClip,
} from '../main-job.ts';
import { LibraryScreen, Navigation } from '../pages/studio-pages.ts';

interface Probe {
  readonly streams: { codec_name: string; width: number; height: number; duration: string }[];
}

function probe(path: string): Probe {
  const out = execFileSync('ffprobe', ['-v', 'error', '-show_streams', '-of', 'json', path], {
    encoding: 'utf8',
  });
  return JSON.parse(out) as Probe;
}

test('a prompt becomes a clip that can be played, found without the cloud, and exported', async ({
  studio,
}) => {
  const first = await studio.start({ cloud: { smallClips: false } });
  await finishFirstRun(first.window);
  await generateClip(first.window, 'A lighthouse above a stormy ocean at dusk');
  await waitForClip(first.window, 'lighthouse');

  const clip = findClip(join(studio.home, 'library'));
  expect(clip.name).toMatch(
    /^\d{4}\/\d{2}\/\d{4}-\d{2}-\d{2} .*lighthouse.* \[[0-9a-z]{6}\]\.mp4$/i,
  );
  const [stream] = probe(clip.path).streams;
  expect(stream).toMatchObject({ codec_name: 'h264', width: 1280, height: 720 });
  expect(Number(stream?.duration)).toBeCloseTo(5, 1);

  await openClip(first.window, 'lighthouse');
  const played = await playAndSeek(first.window, 0.8);
  expect(played.durationS).toBeCloseTo(5, 1);
  expect(played.positionS).toBeCloseTo(4, 0);
  const source = await first.window.locator('video').first().getAttribute('src');
  const range = await first.app.evaluate(async ({ session }, url) => {
    const answer = await session.defaultSession.fetch(url, { headers: { range: 'bytes=100-199' } });
    const bytes = await answer.arrayBuffer();
    return {
      status: answer.status,
      length: bytes.byteLength,
      contentRange: answer.headers.get('content-range'),
    };
  }, source ?? '');
  expect(range).toMatchObject({ status: 206, length: 100 });
  expect(range.contentRange).toMatch(/^bytes 100-199\/\d+$/);
  await first.quit();

  // The cloud is gone: an address where nothing answers.
  const second = await studio.start({ env: { KLING5_CLOUD_URL: 'http://127.0.0.1:9' } });
  await waitForClip(second.window, 'lighthouse');
  const library = new LibraryScreen(second.window);
  await library.search.fill('stormy ocean');
  await expect(library.cells).toHaveCount(1);
  await library.search.fill('zebra');
  await expect(library.cells).toHaveCount(0);
  await library.search.fill('');
  await openClip(second.window, 'lighthouse');
  expect((await playAndSeek(second.window, 0.5)).durationS).toBeCloseTo(5, 1);

  const out = mkdtempSync(join(tmpdir(), 'kling5-export-'));
  const archive = join(out, 'everything.zip');
  await second.window.keyboard.press('Escape');
  await exportEverything(second.app, second.window, archive);
  execFileSync('unzip', ['-tq', archive]);
  const unpacked = join(out, 'unpacked');
  mkdirSync(unpacked);
  execFileSync('unzip', ['-q', archive, '-d', unpacked]);
  const checked = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], {
    cwd: unpacked,
    encoding: 'utf8',
  });
  expect(checked).toContain('.mp4: OK');
  expect(listFiles(unpacked)).toEqual(
    expect.arrayContaining(['README.txt', 'index.html', 'manifest.json', 'manifest-sha256.txt']),
  );
  await new Navigation(second.window).open('Your data');
  await second.quit();
});
