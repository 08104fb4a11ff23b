// A library that cannot be opened is explained, offers a way on, and is left exactly as it was.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { startTestEngine } from '../../electron/engine/testing/start-engine.ts';
import { expect, test } from '../fixtures.ts';
import { electronRuntime, projectFolder } from '../launch.ts';
import { sha256 } from '../library-files.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

async function makeLibrary(home: string): Promise<string> {
  const library = join(home, 'library');
  const engine = await startTestEngine({ cloud: null, folder: home, library });
  await engine.call('profile.confirmAge', {});
  await engine.close();
  return library;
}

test('a damaged database is named, and not touched', async ({ studio }) => {
  const library = await makeLibrary(studio.home);
  const database = join(library, 'library.db');
  const bytes = readFileSync(database);
  bytes.fill(0x5a, 0, 8192);
  writeFileSync(database, bytes);
  const before = sha256(database);
  const { window } = await studio.start();
  await expect(window.getByRole('alert')).toContainText('The library database is damaged');
  await expect(window.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(sha256(database)).toBe(before);
});

test('a library of a newer version is refused, and not touched', async ({ studio }) => {
  const library = await makeLibrary(studio.home);
  const database = join(library, 'library.db');
  const db = new BetterSqlite3(database);
  db.pragma('user_version = 9999');
  db.close();
  const before = sha256(database);
  const { window } = await studio.start();
  await expect(window.getByRole('alert')).toContainText('newer version');
  expect(sha256(database)).toBe(before);
});

test('a library folder that is gone is missed, and found again, also in the middle of work', async ({
  studio,
}) => {
  const library = await makeLibrary(studio.home);
  const elsewhere = `${library}-unplugged`;
  renameSync(library, elsewhere);
  const { window, complaints } = await studio.start();
  await expect(window.getByRole('alert')).toContainText('The library folder is not there');
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(window.getByRole('alert')).toContainText('The library folder is not there');
  renameSync(elsewhere, library); // and nobody clicks
  const prompt = window.getByRole('textbox', { name: 'Prompt', exact: true });
  await expect(prompt).toBeVisible();
  await prompt.fill('A ferry at dawn');
  await expect
    .poll(async () => (await callStudio(window, 'drafts.get', {})).draft?.prompt)
    .toBe('A ferry at dawn');

  renameSync(library, elsewhere);
  await new Navigation(window).open('Your data');
  await expect(window.getByRole('alert')).toContainText('The library folder is not there');
  expect(existsSync(library)).toBe(false);
  renameSync(elsewhere, library);
  await new Navigation(window).open('Create');
  await expect(prompt).toHaveValue('A ferry at dawn');
  complaints.length = 0; // the console names the calls that failed meanwhile
});

test('a second start shows the first window and ends', async ({ studio }) => {
  await makeLibrary(studio.home);
  const { app, window } = await studio.start();
  await window.getByRole('textbox', { name: 'Prompt', exact: true }).waitFor();
  const { executable, flags } = electronRuntime();
  const second = spawn(executable, [...flags, projectFolder], {
    env: { ...process.env, KLING5_HOME: studio.home, KLING5_NODE: process.execPath },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
