// `npm run screenshots`: pictures of every screen of the real app, dark and light, at two sizes. For looking at, and for the README.
// With --matrix: of more screens, in libraries of three sizes; --out names the folder, --only parts of names, --library one of them.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { parseArgs } from 'node:util';
import { launchStudio, projectFolder, temporaryFolder } from './launch.ts';
import { finishFirstRun } from './main-job.ts';
import { shootMatrix } from './matrix/matrix.ts';
import { orderClips, untilIdle } from './sample-clips.ts';
import { showScreen } from './show-screen.ts';
import { callStudio } from './studio-call.ts';

const folder = resolve(projectFolder, 'screenshots');
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const themes = ['dark', 'light'] as const;
const empty = ['create', 'queue', 'library', 'prompts', 'assets'];

async function shootAll(
  window: Page,
  screens: Readonly<Record<string, string>>,
  theme: string,
  width: number,
) {
  await callStudio(window, 'preferences.set', { theme: theme as 'dark' | 'light' });
  await window.reload();
  for (const [name, hash] of Object.entries(screens)) {
    await showScreen(window, hash);
    await window.getByRole('navigation').first().waitFor();
    await window.waitForTimeout(900); // posters fade in
    await window.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`) });
  }
}

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const home = temporaryFolder('screenshots');
  for (const [index, size] of sizes.entries()) {
    const { window, quit } = await launchStudio({ home, size });
    try {
      if (index === 0) {
        await window.getByText('I am 13 or older').waitFor();
        for (const theme of themes) {
          await callStudio(window, 'preferences.set', { theme });
          await window.reload();
          await window.getByText('I am 13 or older').waitFor();
          await window.waitForTimeout(500);
          await window.screenshot({ path: join(folder, `first-run-${theme}-${size.width}.png`) });
        }
        await finishFirstRun(window);
        await shootAll(
          window,
          Object.fromEntries(empty.map((name) => [`empty-${name}`, `#/${name}`])),
          'dark',
          size.width,
        );
        await orderClips(window, 12, 5);
        await window.waitForTimeout(4000);
        await shootAll(
          window,
          { 'busy-queue': '#/queue', 'busy-create': '#/create' },
          'dark',
          size.width,
        );
        await untilIdle(window);
      }
      const { items } = await callStudio(window, 'library.page', { limit: 6 });
      const screens = {
        create: '#/create',
        queue: '#/queue',
        library: '#/library',
        viewer: `#/viewer/${items.at(-1)?.id ?? ''}`,
        prompts: '#/prompts',
        assets: '#/assets',
        'your-data': '#/your-data',
        'your-data-map': '#/your-data/map',
        'your-data-ledger': '#/your-data/ledger',
        account: '#/account',
        settings: '#/settings',
      };
      for (const theme of themes) await shootAll(window, screens, theme, size.width);
    } finally {
      await quit();
    }
  }
  rmSync(home, { recursive: true, force: true });
  console.log(`Screenshots are in ${folder}`);
}

const { values } = parseArgs({
  options: {
    matrix: { type: 'boolean', default: false },
    out: { type: 'string', default: join('docs', 'pictures', 'screens') },
    only: { type: 'string', multiple: true, default: [] },
    library: { type: 'string', multiple: true, default: [] },
  },
});
if (values.matrix) {
  const place = resolve(projectFolder, values.out);
  const count = await shootMatrix({ folder: place, states: values.library, only: values.only });
  console.log(`${count} pictures are in ${place}`);
} else {
  await main();
}
