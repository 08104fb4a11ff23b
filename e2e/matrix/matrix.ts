// `npm run screenshots -- --matrix --out <folder>`: every screen with an empty library, with 12 clips and with 100,000, and some in the
// middle of work, at two sizes, dark and light. The app is started once for each library and theme; the window is resized in between.
import { mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { seededHome } from '../bench/seeded.ts';
import { launchStudio, type Studio, temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { seedHome } from '../seeded-home.ts';
import { showScreen } from '../show-screen.ts';
import { callStudio } from '../studio-call.ts';
import { bringToWork, shotsAtWork, slowService } from './at-work.ts';
import { type Shot, shotsOf } from './screens.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const themes = ['dark', 'light'] as const;

export interface MatrixOptions {
  readonly folder: string;
  /** Libraries; all of them when there is none. */
  readonly states: readonly string[];
  /** Pictures whose name holds one of these; all of them when there is none. */
  readonly only: readonly string[];
}

interface LibraryState {
  readonly name: string;
  readonly home: () => Promise<{ readonly home: string; readonly remove: () => void }>;
}

function temporary(name: string, fill: (home: string) => Promise<void>): LibraryState['home'] {
  return async () => {
    const home = temporaryFolder(name);
    await fill(home);
    return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
  };
}

const states: readonly LibraryState[] = [
  { name: 'empty', home: temporary('matrix-empty', async () => undefined) },
  { name: '12', home: temporary('matrix-12', (home) => seedHome(home, 12, 40)) },
  { name: '100000', home: () => seededHome(100_000) },
];

export async function shootMatrix(options: MatrixOptions): Promise<number> {
  mkdirSync(options.folder, { recursive: true });
  let count = 0;
  for (const state of states) {
    if (options.states.length > 0 && !options.states.includes(state.name)) continue;
    const { home, remove } = await state.home();
    try {
      for (const theme of themes) count += await shootState(options, { state, home, theme });
    } finally {
      remove();
    }
  }
  const atWork = 'at-work';
  if (options.states.length === 0 || options.states.includes(atWork))
    count += await shootAtWork(options, atWork);
  return count;
}

async function shootAtWork(options: MatrixOptions, state: string): Promise<number> {
  const home = temporaryFolder(`matrix-${state}`);
  const service = slowService();
  await seedHome(home, 12, 40);
  const studio = await launchStudio({ home, size: sizes[0], env: service.env });
  const { window } = studio;
  let count = 0;
  try {
    await finishFirstRun(window);
    await bringToWork(window);
    const { items } = await callStudio(window, 'library.page', { limit: 2 });
    const shots = shotsAtWork(items.map(({ id }) => id));
    for (const theme of themes) {
      await callStudio(window, 'preferences.set', { theme });
      await window.reload();
      await window.getByRole('navigation').first().waitFor();
      for (const size of sizes) {
        await resize(studio, size);
        for (const shot of shots) {
          const name = `${shot.name}-${state}-${theme}-${size.width}`;
          if (!isWanted(options, name)) continue;
          await shoot(window, shot, join(options.folder, `${name}.webp`));
          count += 1;
        }
      }
    }
  } finally {
    await studio.quit();
    service.remove();
    rmSync(home, { recursive: true, force: true });
  }
  return count;
}

interface Round {
  readonly state: LibraryState;
  readonly home: string;
  readonly theme: (typeof themes)[number];
}

async function shootState(options: MatrixOptions, { state, home, theme }: Round): Promise<number> {
  const studio = await launchStudio({ home, size: sizes[0] });
  const { window } = studio;
  let count = 0;
  try {
    await callStudio(window, 'preferences.set', { theme });
    await window.reload();
    const profile = await callStudio(window, 'profile.get', {});
    if (profile.ageConfirmedAt === null) {
      await window.getByText('I am 13 or older').waitFor();
      if (state.name === 'empty') count += await atBothSizes(options, studio, `first-run-${theme}`);
      await finishFirstRun(window);
    }
    const { items } = await callStudio(window, 'library.page', { limit: 60 });
    const wide = items.find(({ output }) => output !== null && output.width >= 640) ?? items[0];
    const others = items.filter(({ id }) => id !== wide?.id).slice(0, 1);
    for (const size of sizes) {
      await resize(studio, size);
      for (const shot of shotsOf(
        wide?.id ?? null,
        others.map(({ id }) => id),
      )) {
        const name = `${shot.name}-${state.name}-${theme}-${size.width}`;
        if (!isWanted(options, name) || (shot.isAlike && state.name !== '12')) continue;
        await shoot(window, shot, join(options.folder, `${name}.webp`));
        count += 1;
      }
    }
  } finally {
    await studio.quit();
  }
  return count;
}

const isWanted = ({ only }: MatrixOptions, name: string) =>
  only.length === 0 || only.some((word) => name.includes(word));

async function atBothSizes(options: MatrixOptions, studio: Studio, name: string): Promise<number> {
  if (!isWanted(options, name)) return 0;
  for (const size of sizes) {
    await resize(studio, size);
    await studio.window.waitForTimeout(settleMs);
    await save(studio.window, join(options.folder, `${name}-${size.width}.webp`));
  }
  return sizes.length;
}

async function resize({ app, window }: Studio, size: (typeof sizes)[number]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  await window.waitForFunction(({ width }) => innerWidth === width, size);
}

/** Posters fade in. */
const settleMs = 700;

async function shoot(window: Page, { address, open, close }: Shot, path: string): Promise<void> {
  // By way of another screen: what was typed, selected or opened before is gone.
  await showScreen(window, '#/account');
  await showScreen(window, address);
  await window.mouse.move(4, 4);
  await window.waitForFunction(
    () => document.querySelector('main [aria-busy="true"]') === null,
    null,
    { timeout: 20_000 },
  );
  await window.waitForTimeout(settleMs);
  if (open) {
    await open(window);
    await window.waitForTimeout(settleMs / 2);
  }
  await save(window, path);
  if (open) {
    await close?.(window);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Escape');
    await window.reload();
    await window.getByRole('navigation').first().waitFor();
  }
}

const mostBytes = 90_000;

/** As good as fits. */
async function save(window: Page, path: string): Promise<void> {
  const picture = sharp(await window.screenshot({ animations: 'disabled' }));
  for (const quality of [80, 68, 56, 45]) {
    const bytes = await picture.clone().webp({ quality, effort: 4 }).toBuffer();
    if (bytes.length > mostBytes && quality > 45) continue;
    await writeFile(path, bytes);
    return;
  }
}
