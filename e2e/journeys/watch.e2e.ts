// Watching a clip frame by frame: what is seen is read from the pixels, never from what the player believes.
import { expect, type StudioFixture, test } from '../fixtures.ts';
import type { Studio } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { filmFps, numberClips, shownNumber } from '../numbered-clip.ts';
import { Viewer } from '../pages/viewer-page.ts';
import { seedHome } from '../seeded-home.ts';
import { callStudio } from '../studio-call.ts';

/** Starts on a library of films whose frames are numbered, and opens one of them. */
async function openNumbered(studio: StudioFixture): Promise<Studio & { readonly frames: number }> {
  await seedHome(studio.home, 12);
  const [film] = await numberClips(studio.home, 1);
  if (!film) throw new Error('no clip');
  const started = await studio.start({ size: { width: 1280, height: 800 } });
  await finishFirstRun(started.window);
  await started.window.evaluate((id) => {
    globalThis.location.hash = `#/viewer/${id}`;
  }, film.id);
  await new Viewer(started.window).ready();
  return { ...started, frames: film.frames };
}

test('frames are stepped through one by one, by key and by button', async ({ studio }) => {
  const { window, frames } = await openNumbered(studio);
  const viewer = new Viewer(window);
  // the picture follows its moment a little later when the machine is busy
  const shows = (number: number) =>
    expect.poll(() => shownNumber(viewer.video), `frame ${number}`).toBe(number);
  await shows(0);
  for (let step = 1; step <= 5; step += 1) {
    await window.keyboard.press('.');
    await shows(step);
  }
  await window.keyboard.press(',');
  await shows(4);
  await viewer.button('Next frame').click();
  await shows(5);
  await expect(viewer.frame(6)).toBeVisible();

  // around the key frame of the next second, where players like to slip
  for (let step = 0; step < 20; step += 1) await window.keyboard.press('.');
  await shows(25);
  await window.keyboard.press(',');
  await window.keyboard.press(',');
  await shows(23);

  await viewer.position.focus();
  await window.keyboard.press('End');
  await shows(frames - 1);
  await window.keyboard.press('.');
  await shows(frames - 1);
  await window.keyboard.press('Shift+ArrowLeft');
  await shows(frames - 1 - filmFps);
});

/** A busy machine sees the end of the range a moment late. */
const lateFrames = 3;
/** What it is late by is fewer pictures then. */
const slowest = '0.25×';

test('a range is played over and over, set by keys and moved by its edges', async ({ studio }) => {
  const { window, frames } = await openNumbered(studio);
  const viewer = new Viewer(window);
  for (let step = 0; step < 10; step += 1) await window.keyboard.press('.');
  await window.keyboard.press('i');
  for (let step = 0; step < 6; step += 1) await window.keyboard.press('.');
  await window.keyboard.press('o');
  await expect(viewer.player.getByText('frames 11 to 17')).toBeVisible();

  await viewer.chooseSpeed(slowest);
  await window.keyboard.press(' ');
  const seen = await collectWhilePlaying(viewer, 2);
  await window.keyboard.press('k');
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...seen)).toBeLessThanOrEqual(16 + lateFrames);
  expect(new Set(seen).size).toBeGreaterThan(2);
  expect(turns(seen)).toBe(2);

  await viewer.rangeEnd.focus();
  await window.keyboard.press('End');
  await expect(viewer.player.getByText(`frames 11 to ${frames}`)).toBeVisible();
  await viewer.button('Play the whole clip').click();
  await expect(viewer.rangeStart).toHaveCount(0);
});

const mostMs = 120_000;

/** The numbers that are seen until it went back to the start so often. */
async function collectWhilePlaying(viewer: Viewer, times: number): Promise<number[]> {
  const seen: number[] = [];
  const startedAt = Date.now();
  while (turns(seen) < times && Date.now() - startedAt < mostMs) {
    seen.push(await shownNumber(viewer.video));
  }
  return seen;
}

/** How often it went back to the start of the range. */
const turns = (seen: readonly number[]) =>
  seen.filter((number, index) => index > 0 && number < (seen[index - 1] ?? 0)).length;

test('the frame that is seen is copied, and kept among the images', async ({ studio }) => {
  const { app, window } = await openNumbered(studio);
  const viewer = new Viewer(window);
  for (let step = 0; step < 9; step += 1) await window.keyboard.press('.');
  await window.bringToFront();
  await window.keyboard.press('c');
  await viewer.toast('Frame 10 copied.').waitFor();
  const copied = await app.evaluate(async ({ clipboard }) => {
    const old = clipboard as unknown as { availableFormats?: () => string[] }; // before version 40
    if (old.availableFormats) return old.availableFormats();
    return (await clipboard.read()).flatMap(({ types }) => types);
  });
  expect(copied).toContain('image/png');

  const before = (await callStudio(window, 'assets.list', {})).total;
  await viewer.choose('Use frame', 'Keep this frame as an image');
  await viewer.toast('Frame 10 is among the assets.').waitFor();
  const { items, total } = await callStudio(window, 'assets.list', {});
  expect(total).toBe(before + 1);
  const kept = items.find(({ originalName }) => originalName.endsWith('frame 10.png'));
  expect(kept).toMatchObject({ mimeType: 'image/png', width: 256, height: 144 });
  await viewer.toast('Frame 10 is among').getByRole('button', { name: 'Show assets' }).click();
  await expect(window.getByText(kept?.originalName ?? '')).toBeVisible();
});
