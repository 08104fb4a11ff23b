// Exports, imports, backups and moves: under way, done, stopped, failed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ElectronApplication, Page } from 'playwright';
import {
  closeParts,
  replaceText,
  takeApart,
} from '../../electron/engine/archive/testing/hostile/honest-files.ts';
import { answerOpenDialog } from '../pages/import-page.ts';
import { callStudio } from '../studio-call.ts';
import { answerSave, button, goTo, type PictureBook } from './picture-book.ts';

export interface Scene {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly book: PictureBook;
  /** For files that the app does not know. */
  readonly work: string;
  readonly home: string;
}

async function lookAtArchive({ app, window }: Scene, file: string): Promise<void> {
  await goTo(window, '#/your-data');
  await answerOpenDialog(app, file);
  await button(window, 'Import an archive…').click();
  await window.getByRole('dialog').getByRole('heading').first().waitFor();
}

/** Leaves `whole.zip` in the working folder. */
export async function shootExports(scene: Scene): Promise<void> {
  const { app, window, book, work } = scene;
  await goTo(window, '#/your-data');
  await answerSave(app, join(work, 'whole.zip'));
  await button(window, 'Export everything').click();
  await window.getByText('Exported and verified').waitFor();
  await book.take(window, 'export-done');
  await answerSave(app, join(work, 'nowhere', 'x.zip'));
  await button(window, 'Export everything').click();
  await window.getByRole('alert').first().waitFor();
  await book.take(window, 'export-place-gone');
  const full = join(work, 'full');
  if (!mountSmall(full)) return;
  try {
    await answerSave(app, join(full, 'x.zip'));
    await button(window, 'Export everything').click();
    await window.getByRole('alert').getByText('The disk is full').waitFor();
    await book.take(window, 'export-disk-full');
  } finally {
    execFileSync('umount', [full]);
  }
}

/** A drive of a megabyte; `false` where only an administrator may make one. */
function mountSmall(folder: string): boolean {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function shootImports(scene: Scene): Promise<void> {
  const { window, book, work } = scene;
  const whole = join(work, 'whole.zip');
  await lookAtArchive(scene, whole);
  await book.take(window, 'import-nothing-new');
  const parts = await takeApart(whole);
  replaceText(parts, 'data/generations.jsonl', (text) =>
    text.replaceAll(/"idempotencyKey":"..../g, swap),
  );
  const other = join(work, 'from another device.zip');
  writeFileSync(other, closeParts(parts));
  await lookAtArchive(scene, other);
  await book.take(window, 'import-conflicts');
  const foreign = join(work, 'holiday.zip');
  writeFileSync(foreign, 'PK\u0005\u0006'.padEnd(22, '\0'));
  await lookAtArchive(scene, foreign);
  await book.take(window, 'import-another-program');
  const damaged = join(work, 'damaged.zip');
  writeFileSync(damaged, readFileSync(whole).subarray(0, 100_000));
  await lookAtArchive(scene, damaged);
  await book.take(window, 'import-damaged');
  await button(window, 'Take in what is whole').click();
  await window.getByText('The archive is damaged.').waitFor();
  await book.take(window, 'import-partly');
}

const swap = (found: string) => `${found.slice(0, -4)}zzzz`;

export async function shootBackups({ app, window, book, work }: Scene): Promise<void> {
  const folder = join(work, 'backups');
  mkdirSync(folder);
  await answerOpenDialog(app, folder);
  const { grantId } = await callStudio(window, 'dialogs.chooseBackupFolder', {});
  if (grantId !== null) await callStudio(window, 'backups.choose', { grantId });
  await callStudio(window, 'backups.change', { isOn: true });
  const look = async (name: string) => {
    await callStudio(window, 'backups.now', {}).catch(() => undefined); // said on the screen
    for (;;) {
      const { items } = await callStudio(window, 'tasks.list', {});
      if (items.every(({ kind, state }) => kind !== 'backup' || state !== 'running')) break;
      await window.waitForTimeout(100);
    }
    await goTo(window, '#/settings/library');
    await window.getByText('Backups', { exact: true }).scrollIntoViewIfNeeded();
    await book.take(window, name);
  };
  await look('backups');
  rmSync(folder, { recursive: true });
  await look('backups-failed');
}

const largeBytes = 500_000_000;

/** Of two videos: nothing but zeros, so that they take no room. */
export function makeLarge(home: string): void {
  const db = new BetterSqlite3(join(home, 'library', 'library.db'));
  const paths = db.prepare('select distinct file_path from output limit 2').pluck().all();
  for (const path of paths as string[]) {
    db.prepare('update output set size_bytes = ? where file_path = ?').run(largeBytes, path);
    truncateSync(join(home, 'library', path), largeBytes);
  }
  db.close();
}

/** Under way, stopped, in parts; then the library moves to another drive. */
export async function shootLongTasks({ app, window, book, work }: Scene): Promise<void> {
  await goTo(window, '#/your-data');
  await answerSave(app, join(work, 'large.zip'));
  await button(window, 'Export everything').click();
  await window.getByText(/left$/).first().waitFor();
  await book.take(window, 'export-under-way');
  await button(window, 'Cancel').click();
  await window.getByText('Cancelled. The unfinished file was removed.').waitFor();
  await book.take(window, 'export-cancelled');
  await button(window, 'Export a part…').click();
  await window.getByRole('button', { name: /Split into parts$/ }).click();
  await window.getByRole('option').nth(1).click();
  await book.take(window, 'export-in-parts');
  await button(window, 'Export…').click();
  await window.getByText(/^Exported and verified: .* in 2 files/).waitFor({ timeout: 120_000 });
  await book.take(window, 'export-in-parts-done');
  await goTo(window, '#/settings/library');
  const drive = join('/dev/shm', `kling5-pictures-${process.pid}`);
  mkdirSync(drive);
  try {
    await answerOpenDialog(app, drive);
    await button(window, 'Move the library to another folder…').click();
    await window.getByText(/left$/).first().waitFor();
    await book.take(window, 'move-under-way');
    await button(window, 'Cancel').click();
    await button(window, 'Move the library to another folder…').waitFor();
  } finally {
    rmSync(drive, { recursive: true, force: true });
  }
}
