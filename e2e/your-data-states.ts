// `npm run screenshots:your-data`: pictures of every state of Your data in the real app, dark and light. For looking at.
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ElectronApplication, Page } from 'playwright';
import { launchStudio, projectFolder, temporaryFolder } from './launch.ts';
import { finishFirstRun, generateClip, waitForClip } from './main-job.ts';
import { answerOpenDialog } from './pages/import-page.ts';
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

/** What fades in is there. */
async function takePicture(window: Page, name: string): Promise<void> {
  await window.screenshot({ path: join(folder, name), animations: 'disabled' });
}

async function shoot(window: Page, states: Readonly<Record<string, State>>): Promise<void> {
  for (const theme of themes) {
    await callStudio(window, 'preferences.set', { theme });
    await window.reload();
    await window.getByRole('navigation').first().waitFor();
    for (const [name, reach] of Object.entries(states)) {
      await reach(window);
      await takePicture(window, `${name}-${theme}.png`);
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
  storage: at('#/your-data/storage'),
  'cloud-copies': at('#/your-data/cloud-copies'),
  'cloud-held': async (window) => {
    await goTo(window, '#/your-data');
    await window.getByRole('region', { name: 'What the cloud holds' }).scrollIntoViewIfNeeded();
    await window.waitForTimeout(300);
  },
  receipts: at('#/your-data/receipts'),
  'erase-kind': async (window) => {
    await goTo(window, '#/your-data');
    await window.getByRole('button', { name: 'By kind', exact: true }).click();
    await window.waitForTimeout(500);
  },
  map: async (window) => {
    await window.keyboard.press('Escape');
    await goTo(window, '#/your-data/map');
  },
  ledger: at('#/your-data/ledger'),
  'ledger-found-none': async (window) => {
    await goTo(window, '#/your-data/ledger');
    await window.getByRole('searchbox', { name: 'Find a request' }).fill('zebra');
    await window.waitForTimeout(500);
  },
  'export-part': async (window) => {
    await goTo(window, '#/your-data');
    await window.getByRole('button', { name: 'Export a part…' }).click();
    await window.getByText('Clips made between two days').click();
    await window.waitForTimeout(300);
  },
  'erase-plan': async (window) => {
    await window.keyboard.press('Escape');
    await goTo(window, '#/your-data');
    await window.getByRole('button', { name: 'Erase everything' }).click();
    await window.waitForTimeout(800);
  },
  backups: async (window) => {
    await window.keyboard.press('Escape');
    await goTo(window, '#/settings/library');
    await window.getByText('Backups', { exact: true }).scrollIntoViewIfNeeded();
    await window.waitForTimeout(300);
  },
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

/** Something in the cloud, an answer of it, a collection, and receipts that are confirmed. */
async function reachCloud(window: Page): Promise<void> {
  await generateClip(window, 'A paper boat on a quiet pond');
  await waitForClip(window, 'paper boat');
  const { items } = await callStudio(window, 'library.page', {});
  const ids = items.map(({ id }) => id);
  const { collection } = await callStudio(window, 'collections.create', { name: 'Rain reel' });
  const change = { type: 'collect', collectionId: collection.id } as const;
  await callStudio(window, 'clips.change', { ids, change });
  const made = await callStudio(window, 'library.page', { search: 'paper boat' });
  await callStudio(window, 'erasures.keepHere', { ids: made.items.map(({ id }) => id) });
  for (const kind of ['logs', 'saved-prompts'] as const) {
    const plan = await callStudio(window, 'erase.plan', { subject: { type: 'kind', kind } });
    await callStudio(window, 'erase.run', { planId: plan.planId });
  }
  // what is erased meanwhile makes an answer untrue
  await goTo(window, '#/your-data/receipts');
  await window.getByText('Done', { exact: true }).nth(1).waitFor();
  const states = async () =>
    (await callStudio(window, 'erasures.list', {})).items.map(({ state }) => state);
  for (
    let looks = 0;
    looks < 60 && (await states()).some((state) => state !== 'confirmed');
    looks += 1
  ) {
    await window.waitForTimeout(250);
  }
  await callStudio(window, 'access.ask', {});
  await goTo(window, '#/your-data');
  await window.getByText('Last answer').waitFor();
}

/** An export of a library of which one file is large, as it is under way. */
async function reachProgress(app: ElectronApplication, window: Page, work: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(work, 'large.zip'),
  );
  for (const theme of themes) {
    await callStudio(window, 'preferences.set', { theme });
    await window.reload();
    await goTo(window, '#/your-data');
    await window.getByRole('button', { name: 'Export everything' }).click();
    await window.getByText(/left$/).first().waitFor();
    await takePicture(window, `export-busy-${theme}.png`);
    await window.getByRole('button', { name: 'Cancel', exact: true }).click();
    await window.getByRole('progressbar').first().waitFor({ state: 'hidden' });
  }
}

/** Of one video, in bytes and in the database: nothing but zeros, so that it takes no room. */
function makeLarge(home: string): void {
  const sizeBytes = 1_600_000_000;
  const db = new BetterSqlite3(join(home, 'library', 'library.db'));
  const path = db.prepare('select file_path from output limit 1').pluck().get() as string;
  db.prepare('update output set size_bytes = ? where file_path = ?').run(sizeBytes, path);
  db.close();
  truncateSync(join(home, 'library', path), sizeBytes);
}

/** A folder for backups with one in it, an export that is under way, one that failed, an archive that is refused and one that is looked at. */
async function reachTasks(app: ElectronApplication, window: Page, work: string): Promise<void> {
  const answerSave = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
  await answerOpenDialog(app, join(work, 'backups'));
  const { grantId } = await callStudio(window, 'dialogs.chooseBackupFolder', {});
  if (grantId !== null) await callStudio(window, 'backups.choose', { grantId });
  await callStudio(window, 'backups.change', { isOn: true });
  await callStudio(window, 'backups.now', {});
  const whole = join(work, 'whole.zip');
  await answerSave(whole);
  await goTo(window, '#/your-data');
  await window.getByRole('button', { name: 'Export everything' }).click();
  await window.getByText('Exported and verified').waitFor();
  await takePicture(window, 'export-done.png');
  await answerSave(join(work, 'nowhere', 'x.zip'));
  await window.getByRole('button', { name: 'Export everything' }).click();
  await window.getByRole('alert').first().waitFor();
  await takePicture(window, 'export-failed.png');
  await answerOpenDialog(app, whole);
  await window.getByRole('button', { name: 'Import an archive…' }).click();
  await window.getByRole('table', { name: 'What the archive holds' }).waitFor();
  await takePicture(window, 'import-preview.png');
  await window.keyboard.press('Escape');
  const damaged = join(work, 'damaged.zip');
  writeFileSync(damaged, readFileSync(whole).subarray(0, 100_000));
  await answerOpenDialog(app, damaged);
  await window.getByRole('button', { name: 'Import an archive…' }).click();
  await window.getByRole('button', { name: 'Take in what is whole' }).waitFor();
  await takePicture(window, 'import-refused.png');
  await window.getByRole('button', { name: 'Take in what is whole' }).click();
  await window.getByText('The archive is damaged.').waitFor();
  await takePicture(window, 'import-partly.png');
}

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const home = temporaryFolder('your-data');
  const emptyHome = temporaryFolder('your-data-empty');
  const largeHome = temporaryFolder('your-data-large');
  const work = temporaryFolder('your-data-work');
  mkdirSync(join(work, 'backups'));
  try {
    await seedHome(home, 12);
    for (const [place, states] of [
      [emptyHome, { empty: at('#/your-data'), 'rows-empty': at('#/your-data?kind=videos') }],
      [home, withClips],
    ] as const) {
      const { app, window, quit } = await launchStudio({ home: place, size });
      try {
        await finishFirstRun(window);
        if (place === home) await reachCloud(window);
        if (place === home) await reachTasks(app, window, work);
        await shoot(window, states);
      } finally {
        await quit();
      }
    }
    await seedHome(largeHome, 12, 2);
    makeLarge(largeHome);
    const { app, window, quit } = await launchStudio({ home: largeHome, size });
    try {
      await finishFirstRun(window);
      await reachProgress(app, window, work);
    } finally {
      await quit();
    }
  } finally {
    for (const place of [home, emptyHome, largeHome, work])
      rmSync(place, { recursive: true, force: true });
  }
  console.log(`Screenshots are in ${folder}`);
}

await main();
