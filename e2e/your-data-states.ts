// `npm run screenshots:your-data`: pictures of every state of Your data in the real app, dark and light. For looking at.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { launchStudio, projectFolder, temporaryFolder } from './launch.ts';
import { finishFirstRun } from './main-job.ts';
import { seedHome } from './seeded-home.ts';
import { callStudio } from './studio-call.ts';

const folder = resolve(projectFolder, 'screenshots', 'your-data');
const size = { width: 1280, height: 800 };
const themes = ['dark', 'light'] as const;

type State = (window: Page) => Promise<void>;

async function goTo(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => {
    globalThis.location.hash = hash;
  }, address);
  await window.waitForTimeout(900); // what was read fades in
}

async function shoot(window: Page, states: Readonly<Record<string, State>>): Promise<void> {
  for (const theme of themes) {
    await callStudio(window, 'preferences.set', { theme });
    await window.reload();
    await window.getByRole('navigation').first().waitFor();
    for (const [name, reach] of Object.entries(states)) {
      await reach(window);
      await window.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    }
  }
}

const at =
  (address: string): State =>
  (window) =>
    goTo(window, address);

async function firstRow(window: Page, kind: string): Promise<void> {
  await goTo(window, `#/your-data?kind=${kind}`);
  await window.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await window.waitForTimeout(500);
}

const withClips: Readonly<Record<string, State>> = {
  overview: at('#/your-data'),
  map: at('#/your-data/map'),
  'rows-videos': (window) => firstRow(window, 'videos'),
  'rows-prompts': at('#/your-data?kind=prompts'),
  'rows-preferences': at('#/your-data?kind=preferences'),
  'rows-logs': (window) => firstRow(window, 'logs'),
  'rows-not-found': async (window) => {
    await goTo(window, '#/your-data?kind=assets');
    await window.getByRole('searchbox', { name: 'Find in Reference assets' }).fill('zebra');
    await window.waitForTimeout(500);
  },
};

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const home = temporaryFolder('your-data');
  const emptyHome = temporaryFolder('your-data-empty');
  try {
    await seedHome(home, 12);
    for (const [place, states] of [
      [emptyHome, { empty: at('#/your-data'), 'rows-empty': at('#/your-data?kind=videos') }],
      [home, withClips],
    ] as const) {
      const { window, quit } = await launchStudio({ home: place, size });
      try {
        await finishFirstRun(window);
        await shoot(window, states);
      } finally {
        await quit();
      }
    }
  } finally {
    for (const place of [home, emptyHome]) rmSync(place, { recursive: true, force: true });
  }
  console.log(`Screenshots are in ${folder}`);
}

await main();
