// What a person does in the Library, timed inside the page, frame by frame: the tool's own waiting is not measured.
import type { Page } from 'playwright';
import { callStudio } from '../studio-call.ts';

/** Goes there and waits until cards are drawn and take the focus. */
export async function openLibrary(window: Page): Promise<void> {
  await window.waitForFunction(() => document.querySelector('nav') !== null);
  await window.evaluate(() => {
    location.hash = '#/library';
  });
  await window.waitForFunction(() => document.querySelector('[data-clip]') !== null);
}

/** Types the last letter of a word; milliseconds from the key to the frame after the result was drawn. */
export async function measureKeystroke(window: Page, word: string): Promise<number> {
  const box = window.getByRole('combobox').or(window.getByRole('searchbox')).first();
  await box.fill(word.slice(0, -1));
  await window.waitForTimeout(600);
  await window.evaluate(() => {
    const box = document.activeElement;
    const state = globalThis as { keyToPaint?: Promise<number> };
    state.keyToPaint = new Promise((resolve) => {
      box?.addEventListener(
        'keydown',
        () => {
          const startedAt = performance.now();
          let frames = 0;
          const look = () => {
            const grid = document.querySelector('[role="grid"]');
            frames += 1;
            // Busy from the key to the answer; an answer that is known already is there after two frames.
            const isDone =
              frames > 1 &&
              grid?.getAttribute('aria-busy') !== 'true' &&
              grid?.querySelector('[data-clip]');
            // Two frames on it has been painted.
            if (isDone) requestAnimationFrame(() => resolve(performance.now() - startedAt));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { once: true },
      );
    });
  });
  await window.keyboard.type(word.slice(-1));
  return window.evaluate(
    () => (globalThis as unknown as { keyToPaint: Promise<number> }).keyToPaint,
  );
}

export interface FirstFrames {
  readonly ours: number[];
  readonly bare: number[];
  /** Opened by an address, without a card that had the focus. */
  readonly cold: number[];
}

/** The viewer and a bare `<video>`, on the same files, in turn. A card has the focus for a moment before Enter opens it, as with a person. */
export async function measureFirstFrame(window: Page, runs: number): Promise<FirstFrames> {
  await window.reload(); // at its first clips, wherever it was scrolled to
  await openLibrary(window);
  const { items } = await callStudio(window, 'library.page', { limit: 60 });
  const drawn = new Set(
    await window
      .locator('[data-clip]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-clip') ?? '')),
  );
  const frames: FirstFrames = { ours: [], bare: [], cold: [] };
  const clips = items.filter(({ id, output }) => drawn.has(id) && output?.isMissing === false);
  for (const { id, output } of clips.slice(0, runs * 2)) {
    const src = `media://output/${output?.id ?? ''}`;
    await window.waitForFunction((clip) => document.querySelector(`[data-clip="${clip}"]`), id);
    if (frames.bare.length < runs) {
      frames.bare.push(await window.evaluate(timeBareVideo, src));
      frames.ours.push(await timeEnter(window, id));
    } else {
      frames.cold.push(await window.evaluate(timeViewer, id));
    }
    await window.evaluate(() => {
      location.hash = '#/library';
    });
    await window.waitForTimeout(300);
  }
  return frames;
}

/**
 * From the key to the end of the frame that draws the video with its first picture. The viewer's video has a name; that of a card on which the
 * pointer rests has none.
 */
async function timeEnter(window: Page, id: string): Promise<number> {
  await window.locator(`[data-clip="${id}"]`).focus();
  await window.waitForTimeout(300);
  await window.evaluate(() => {
    const state = globalThis as { enterToFrame?: Promise<number> };
    state.enterToFrame = new Promise((resolve) => {
      const begin = () => {
        const startedAt = performance.now();
        const done = () => resolve(performance.now() - startedAt);
        const look = () => {
          const video = document.querySelector<HTMLVideoElement>('video[aria-label]');
          // A message comes after the frame is painted.
          if (video && video.readyState >= 2) {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', done);
            port1.start();
            port2.postMessage(null);
          } else if (video) video.requestVideoFrameCallback(done);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      document.addEventListener('keydown', begin, { once: true, capture: true });
    });
  });
  await window.keyboard.press('Enter');
  return window.evaluate(
    () => (globalThis as unknown as { enterToFrame: Promise<number> }).enterToFrame,
  );
}

function timeBareVideo(src: string): Promise<number> {
  const startedAt = performance.now();
  const video = document.createElement('video');
  video.muted = true;
  video.style.cssText = 'position:fixed;inset:0;width:400px;z-index:9';
  document.body.append(video);
  return new Promise((resolve, reject) => {
    video.addEventListener('error', () => reject(new Error(video.error?.message ?? 'no video')));
    video.requestVideoFrameCallback(() => {
      resolve(performance.now() - startedAt);
      video.remove();
    });
    video.src = src;
    void video.play();
  });
}

function timeViewer(id: string): Promise<number> {
  const startedAt = performance.now();
  location.hash = `#/viewer/${id}`;
  return new Promise((resolve) => {
    const look = () => {
      const video = document.querySelector<HTMLVideoElement>('video[aria-label]');
      if (video && video.readyState >= 2) resolve(performance.now() - startedAt);
      else if (video) video.requestVideoFrameCallback(() => resolve(performance.now() - startedAt));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
