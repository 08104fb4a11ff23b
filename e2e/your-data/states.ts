// `npm run screenshots:your-data`: pictures of every state of Your data in the real app, dark and light, into docs/pictures/your-data.
// For looking at. `--out <folder>` puts them elsewhere, `--only <part of a name>` takes some of the five libraries.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestGateway } from '../../electron/gateway/testing/start-gateway.ts';
import { launchStudio, type LaunchOptions, projectFolder, temporaryFolder } from '../launch.ts';
import { finishFirstRun, generateClip, waitForClip } from '../main-job.ts';
import { seedHome } from '../seeded-home.ts';
import {
  eraseEverything,
  eraseSome,
  makeTwin,
  neverErases,
  shootCloudDeletions,
  shootLongErasure,
  shootOnlyInCloud,
  slowToErase,
} from './erasing.ts';
import { goTo, openPictureBook, type PictureBook } from './picture-book.ts';
import { shootEmpty, shootResting, shootRestricted } from './resting.ts';
import {
  makeLarge,
  type Scene,
  shootBackups,
  shootExports,
  shootImports,
  shootLongTasks,
} from './tasks.ts';

const size = { width: 1280, height: 800 };

/** What cannot be reached is told at the end; the rest is looked at. */
const failed: string[] = [];
async function attempt(what: string, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (thrown) {
    failed.push(`${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

type Library = (book: PictureBook, work: string) => Promise<void>;

/** The app on a home, past its first run; ended afterwards, if it has not ended itself. */
async function inApp(
  book: PictureBook,
  work: string,
  { home, env }: Pick<LaunchOptions, 'home' | 'env'>,
  look: (scene: Scene) => Promise<void>,
): Promise<void> {
  const { app, window, quit } = await launchStudio({ home, size, ...(env && { env }) });
  try {
    await finishFirstRun(window);
    window.setDefaultTimeout(15_000);
    await look({ app, window, book, work, home });
  } finally {
    await quit();
  }
}

const libraries: Readonly<Record<string, Library>> = {
  empty: async (book, work) => {
    const home = join(work, 'empty');
    await inApp(book, work, { home }, ({ window }) => shootEmpty(window, book, attempt));
  },
  filled: async (book, work) => {
    const home = join(work, 'filled');
    await seedHome(home, 12);
    makeTwin(home);
    const faults = join(work, 'faults.json');
    writeFileSync(faults, JSON.stringify(slowToErase));
    await inApp(book, work, { home, env: { KLING5_GATEWAY_FAULTS: faults } }, async (scene) => {
      await attempt('cloud deletions', () => shootCloudDeletions(scene));
      await attempt('erasing', () => eraseSome(scene));
      await shootResting(scene.window, book, attempt);
      await attempt('exports', () => shootExports(scene));
      await attempt('imports', () => shootImports(scene));
      await attempt('backups', () => shootBackups(scene));
      await attempt('a restricted purpose', () => shootRestricted(scene.window, book));
    });
  },
  large: async (book, work) => {
    const home = join(work, 'large');
    await seedHome(home, 12, 40);
    makeLarge(home);
    await inApp(book, work, { home }, shootLongTasks);
  },
  many: async (book, work) => {
    const home = join(work, 'many');
    await seedHome(home, 20_000, 1);
    await inApp(book, work, { home }, shootLongErasure);
  },
  wiped: async (book, work) => {
    const gateway = await startTestGateway({ faults: neverErases });
    const env = { KLING5_CLOUD_URL: gateway.baseUrl, KLING5_CLOUD_TOKEN: gateway.token };
    const home = join(work, 'wiped');
    try {
      await inApp(book, work, { home, env }, async (scene) => {
        await generateClip(scene.window, 'A lighthouse in fog, seen from the sea');
        await waitForClip(scene.window, 'lighthouse');
      });
      await inApp(book, work, { home: join(work, 'other'), env }, ({ window }) =>
        shootOnlyInCloud(window, book),
      );
      await wipe(book, work, { home, env });
    } finally {
      await gateway.close();
    }
  },
};

/** What is shown after a wipe while the cloud has not confirmed. */
async function wipe(
  book: PictureBook,
  work: string,
  { home, env }: Pick<LaunchOptions, 'home' | 'env'>,
): Promise<void> {
  const options = { home, size, ...(env && { env }) };
  const before = await launchStudio(options);
  await eraseEverything({ app: before.app, window: before.window, book, work, home });
  const { window, quit } = await launchStudio(options);
  try {
    await window.getByText('I am 13 or older', { exact: true }).waitFor();
    await book.take(window, 'wiped-first-run');
    await finishFirstRun(window);
    await goTo(window, '#/your-data');
    await book.take(window, 'wiped-overview');
    await goTo(window, '#/your-data/receipts');
    await book.take(window, 'wiped-residue');
  } finally {
    await quit();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join('docs', 'pictures', 'your-data') },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const folder = resolve(projectFolder, values.out);
  if (values.only.length === 0) rmSync(folder, { recursive: true, force: true });
  const book = openPictureBook(folder);
  const work = temporaryFolder('pictures');
  try {
    for (const [name, shoot] of Object.entries(libraries)) {
      if (values.only.length > 0 && !values.only.includes(name)) continue;
      mkdirSync(join(work, name), { recursive: true });
      await attempt(name, () => shoot(book, work));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  console.log(`${book.count} pictures are in ${folder}`);
  for (const problem of failed) console.error(problem);
  if (failed.length > 0) process.exitCode = 1;
}

await main();
