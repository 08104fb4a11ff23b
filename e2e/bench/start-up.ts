// Spawn to interactive window, against a bare Electron window with one line of text, in turn.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Locator } from 'playwright';
import { demoDraft, startTestEngine } from '../../electron/engine/testing/start-engine.ts';
import { electronRuntime, launchStudio, projectFolder, temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { CreateScreen } from '../pages/studio-pages.ts';
import { type BenchRow, median, timeMs } from './measure.ts';

const runs = 7;

export async function startBare(): Promise<number> {
  const home = temporaryFolder('bare');
  const { executable, flags } = electronRuntime();
  let quit = async (): Promise<void> => undefined;
  const elapsed = await timeMs(async () => {
    const app = await _electron.launch({
      executablePath: executable,
      args: [...flags, join(projectFolder, 'e2e', 'bench', 'bare-window')],
      env: { ...(process.env as Record<string, string>), KLING5_HOME: home },
    });
    quit = () => app.close();
    const window = await app.firstWindow();
    // Asked at every frame: a locator looks again only after pauses that grow to half a second.
    await window.waitForFunction(() => document.body?.textContent === 'One line of text');
  });
  await quit();
  rmSync(home, { recursive: true, force: true });
  return elapsed;
}

async function startStudio(home: string): Promise<number> {
  const opened: { prompt?: Locator } = {};
  let quit = async (): Promise<void> => undefined;
  const elapsed = await timeMs(async () => {
    // Unlike elsewhere the window does not wait for the driver: that is no part of a start.
    const studio = await launchStudio({ home, env: { KLING5_DRIVEN: '' } });
    quit = studio.quit;
    opened.prompt = new CreateScreen(studio.window).prompt;
    await studio.window.waitForFunction(() => document.querySelector('textarea:enabled') !== null);
  });
  await opened.prompt?.fill('a'); // interactive means that it takes text; the tool's own waiting is not measured
  await quit();
  return elapsed;
}

async function homeAfterFirstRun(name: string): Promise<string> {
  const home = temporaryFolder(name);
  const first = await launchStudio({ home });
  await finishFirstRun(first.window);
  await first.quit();
  return home;
}

export async function benchStartUp(): Promise<BenchRow> {
  const home = await homeAfterFirstRun('start');
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    bare.push(await startBare());
    ours.push(await startStudio(home));
  }
  rmSync(home, { recursive: true, force: true });
  const ratio = median(ours) / median(bare);
  return {
    what: 'Spawn to interactive window',
    ours: `${median(ours).toFixed(0)} ms`,
    baseline: `${median(bare).toFixed(0)} ms (bare window)`,
    ratio: `${ratio.toFixed(2)} ×`,
    target: 'at most 1.6 ×',
    isMet: ratio <= 1.6,
  };
}

const unfinishedJobs = 10_000;

/** The same window with a queue of jobs that nothing holds back: the cloud is asked for them as soon as it is there. */
export async function benchUnfinished(): Promise<BenchRow> {
  const empty = await homeAfterFirstRun('none-unfinished');
  const full = await homeAfterFirstRun('unfinished');
  const engine = await startTestEngine({
    cloud: null,
    folder: full,
    library: join(full, 'library'),
  });
  for (let made = 0; made < unfinishedJobs; made += 4) {
    await engine.call('generations.create', { ...demoDraft, prompt: `job ${made}`, takes: 4 });
  }
  await engine.close();
  const ours: number[] = [];
  const without: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    without.push(await startStudio(empty));
    ours.push(await startStudio(full));
  }
  for (const home of [empty, full]) rmSync(home, { recursive: true, force: true });
  const ratio = median(ours) / median(without);
  return {
    what: 'Start with 10,000 unfinished jobs',
    ours: `${median(ours).toFixed(0)} ms`,
    baseline: `${median(without).toFixed(0)} ms (with none)`,
    ratio: `${ratio.toFixed(2)} ×`,
    target: 'at most 1.1 ×',
    isMet: ratio <= 1.1,
  };
}
