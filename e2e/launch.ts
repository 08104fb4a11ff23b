// Starts the real app on a home folder of its own, and ends it. Shared by journeys, demonstration and benchmarks.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { collectComplaints } from './complaints.ts';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

export interface Studio {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** What the page says against itself, as it comes. */
  readonly complaints: string[];
  /** Closes like a user would; ends the process if that takes too long. */
  quit(): Promise<void>;
  /** As a power cut: the whole process tree at once. */
  kill(): Promise<void>;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export interface LaunchOptions {
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: WindowSize;
  /** For Chromium, beside those of this machine. */
  readonly flags?: readonly string[];
}

interface Runtime {
  readonly executable: string;
  readonly flags: readonly string[];
}

/** The Electron that the set-up scripts chose; they pass it on in the environment. */
export function electronRuntime(): Runtime {
  const executable = process.env['KLING5_ELECTRON'];
  if (!executable) throw new Error('KLING5_ELECTRON is not set. Start this with its npm script.');
  return {
    executable,
    flags: JSON.parse(process.env['KLING5_ELECTRON_FLAGS'] ?? '[]') as string[],
  };
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `kling5-${name}-`));
}

/** The first start that is silent so long is given up; the second one is waited for on any machine. */
const [firstAnswerMs, lastAnswerMs] = [20_000, 120_000];

interface Attached {
  readonly app: ElectronApplication;
  readonly window: Page;
}

/**
 * The window waits for the debugger (KLING5_DRIVEN), so that neither misses the other. Should they miss each other all the same, nothing of
 * the app has been tried: it is started again, once, and that is said.
 */
async function attach(options: LaunchOptions, isLast = false): Promise<Attached> {
  const { executable, flags } = electronRuntime();
  const answerMs = isLast ? lastAnswerMs : firstAnswerMs;
  let app: ElectronApplication | undefined;
  try {
    app = await _electron.launch({
      executablePath: executable,
      args: [...flags, ...(options.flags ?? []), projectFolder],
      env: {
        ...(process.env as Record<string, string>),
        KLING5_NODE: process.execPath,
        KLING5_HOME: options.home,
        KLING5_DRIVEN: '1',
        ...options.env,
      },
      timeout: answerMs,
    });
    const window = await app.firstWindow({ timeout: answerMs });
    await window.waitForFunction(() => true, null, { timeout: answerMs });
    return { app: patient(app), window };
  } catch (error) {
    const isSilent = error instanceof Error && error.name === 'TimeoutError';
    if (app) await kill(app.process());
    if (isLast || !isSilent) throw error;
    process.stderr.write(`The debugger got no answer in ${answerMs / 1000} s; started again.\n`);
    return attach(options, true);
  }
}

export async function launchStudio(options: LaunchOptions): Promise<Studio> {
  const { app, window } = await attach(options);
  const child = app.process(); // asked now: Playwright forgets it once the app has ended
  const complaints = collectComplaints(window);
  if (options.size) {
    const { width, height } = options.size;
    await app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
  }
  return { app, window, complaints, quit: () => quit(app, child), kill: () => kill(child) };
}

/**
 * Asks again when an answer is lost: in the first moments V8 sometimes collects the promise for which the debugger waits, since nothing else
 * holds it. The question itself was carried out, so all that journeys ask of the main process may be asked twice.
 */
function patient(app: ElectronApplication): ElectronApplication {
  const ask: (...question: Parameters<typeof app.evaluate>) => Promise<unknown> =
    app.evaluate.bind(app);
  const evaluate = async (...question: Parameters<typeof app.evaluate>): Promise<unknown> => {
    try {
      return await ask(...question);
    } catch (error) {
      const isLost = error instanceof Error && error.message.includes('was garbage collected');
      if (!isLost) throw error;
      return ask(...question);
    }
  };
  return Object.assign(app, { evaluate: evaluate as typeof app.evaluate });
}

async function quit(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await app.close().catch(() => undefined); // already gone is as good as closed
  await ended;
  clearTimeout(timer);
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await ended;
}
