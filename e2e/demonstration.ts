// Drives the real app through its main job once and prints what happened. `npm start` runs it where there is no display.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { type ClipFile, findClip } from './library-files.ts';
import { launchStudio, projectFolder } from './launch.ts';
import {
  exportEverything,
  finishFirstRun,
  generateClip,
  openClip,
  playAndSeek,
  waitForClip,
} from './main-job.ts';
import { FirstRun } from './pages/studio-pages.ts';

const prompt = 'Neon city in the rain, a woman with a black umbrella, slow push-in';
const results = resolve(projectFolder, 'start-results');
const home = join(results, 'home');
const keepOpen = process.argv.includes('--keep');

/** Posters, counts and the frames below a video come after what they belong to. */
const settleMs = 700;

let shots = 0;
async function shoot(window: Page, name: string): Promise<void> {
  shots += 1;
  await window.waitForTimeout(settleMs);
  await window.screenshot({ path: join(results, `${shots}-${name}.png`) });
}

function say(line: string): void {
  console.log(line);
}

async function demonstrate(): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const startedAt = Date.now();
  const { app, window, complaints, quit } = await launchStudio({
    home,
    size: { width: 1280, height: 800 },
  });
  try {
    say(`Started after ${Date.now() - startedAt} ms.`);
    await new FirstRun(window).ageConfirmation.waitFor();
    await shoot(window, 'first-run');
    await finishFirstRun(window);
    const clickedAt = Date.now();
    await generateClip(window, prompt);
    await shoot(window, 'create');
    await waitForClip(window, 'neon city');
    say(`A clip came out of the prompt after ${((Date.now() - clickedAt) / 1000).toFixed(1)} s.`);
    await shoot(window, 'library');
    await openClip(window, 'neon city');
    const played = await playAndSeek(window, 0.6);
    say(
      `It plays: ${played.width} × ${played.height}, ${played.durationS.toFixed(2)} s, sought to ${played.positionS.toFixed(2)} s.`,
    );
    await shoot(window, 'viewer');
    const archive = join(results, 'export.zip');
    await exportEverything(app, window, archive);
    await shoot(window, 'your-data');
    const clip: ClipFile = findClip(join(home, 'library'));
    say('');
    say(`Clip         ${clip.path}`);
    say(`Export       ${archive}`);
    say(`Screenshots  ${results} (${shots})`);
    if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('; ')}`);
    if (keepOpen) {
      say('The app stays open. Press Ctrl-C to end it.');
      await new Promise<void>((done) => app.process().once('exit', () => done()));
    }
  } catch (error) {
    await shoot(window, 'failed').catch(() => undefined); // the failure itself is thrown on
    throw error;
  } finally {
    await quit();
  }
}

await demonstrate();
