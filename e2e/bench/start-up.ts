// Spawn to interactive window, against a bare Electron window with one line of text, in turn.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Locator } from 'playwright';
import { electronRuntime, launchStudio, projectFolder, temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { CreateScreen } from '../pages/studio-pages.ts';
import { type BenchRow, median, timeMs } from './measure.ts';

const runs = 7;

async function startBare(): Promise<number> {
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
    const studio = await launchStudio({ home });
    quit = studio.quit;
    opened.prompt = new CreateScreen(studio.window).prompt;
    await studio.window.waitForFunction(() => document.querySelector('textarea:enabled') !== null);
  });
  await opened.prompt?.fill('a'); // interactive means that it takes text; the tool's own waiting is not measured
  await quit();
  return elapsed;
}

export async function benchStartUp(): Promise<BenchRow> {
  const home = temporaryFolder('start');
  const first = await launchStudio({ home });
  await finishFirstRun(first.window);
  await first.quit();
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
