// "Erase everything" leaves what a brand-new start has, a receipt, and other people's files. Nothing else.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { launchStudio, temporaryFolder } from '../launch.ts';
import { startKlingTestServer } from '../../electron/gateway/kling-test-server/server.ts';
import { createSecretStore } from '../../electron/host/secrets.ts';
import { pieceNeedle, scanFolder, wordNeedle } from '../../electron/engine/testing/byte-scan.ts';
import { finishFirstRun, generateShortClip, waitForClip } from '../main-job.ts';
import { Navigation, YourDataScreen } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

const canary = 'xylophonequartz';

const secret = 'canary-own-key-8c2e';
const needles = [wordNeedle(canary), wordNeedle(secret)];
const found = (folder: string) => scanFolder(folder, needles).map(({ path }) => path);

test('nothing of the user is left, and files of others are untouched', async ({ studio }) => {
  const keys = { apiKeys: [secret], accessKeys: {} };
  const platform = await startKlingTestServer({ waitMs: 300, workMs: 1500, keys });
  const { app, window } = await studio.start({ env: { KLING5_KLING_URL: platform.baseUrl } });
  await finishFirstRun(window);
  await generateShortClip(window, `A ${canary} in a lavender field`);
  await waitForClip(window, canary);
  const stranger = join(studio.home, 'library', 'videos', 'holiday.txt');
  writeFileSync(stranger, 'not made by the app');
  const posters = join(studio.home, 'library', 'posters');
  const [poster = ''] = readdirSync(posters);
  needles.push(pieceNeedle('frame', readFileSync(join(posters, poster))));
  const own = await callStudio(window, 'ownKey.set', { key: secret, region: 'global' });
  await platform.close();
  const inKeychain = () => createSecretStore(studio.home).get('kling-access');
  if (own.isPersistent) expect(await inKeychain()).toContain(secret);
  expect(found(studio.home).length).toBeGreaterThan(0);

  await new Navigation(window).open('Your data');
  await new YourDataScreen(window).eraseEverything.click();
  const dialog = window.getByRole('alertdialog').or(window.getByRole('dialog'));
  await expect(dialog).toContainText('Gone now');
  await dialog.getByRole('textbox').fill('ERASE');
  // The test starts the fresh process itself, so that it can look at it.
  await app.evaluate(({ app: electronApp }) => {
    electronApp.relaunch = () => undefined;
  });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await dialog.getByRole('button', { name: /^Erase/ }).click();
  await ended;

  const again = await studio.start();
  await again.window.getByRole('radio', { name: /13 or older/ }).waitFor();
  expect(found(studio.home)).toEqual([]);
  expect(await inKeychain()).toBeNull();
  expect(existsSync(stranger)).toBe(true);
  expect(readFileSync(stranger, 'utf8')).toBe('not made by the app');
  const receipt = JSON.parse(readFileSync(join(studio.home, 'erase-receipt.json'), 'utf8')) as {
    remaining: string[];
    removed: { kind: string; count: number }[];
  };
  expect(receipt.remaining).toEqual([]);
  expect(receipt.removed.length).toBeGreaterThan(3);
  await again.quit();

  // Control: what a start on an empty folder leaves behind.
  const fresh = temporaryFolder('fresh');
  mkdirSync(fresh, { recursive: true });
  const control = await launchStudio({ home: fresh });
  await control.window.getByRole('radio', { name: /13 or older/ }).waitFor();
  await control.quit();
  const allowed = new Set([...readdirSync(fresh), 'erase-receipt.json', 'library']);
  expect(readdirSync(studio.home).filter((name) => !allowed.has(name))).toEqual([]);
  rmSync(fresh, { recursive: true, force: true });
});
