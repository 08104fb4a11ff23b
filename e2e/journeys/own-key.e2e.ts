// A creator's own Kling key: given once, used for the next clip, never seen again, and gone when it is removed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type KlingTestServer,
  startKlingTestServer,
} from '../../electron/gateway/kling-test-server/server.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun, generateClip, waitForClip } from '../main-job.ts';
import { OwnKeyDialog, SettingsScreen } from '../pages/settings-page.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

const key = 'canary-own-key-4d1f';

let platform: KlingTestServer;
test.beforeEach(async () => {
  platform = await startKlingTestServer({
    waitMs: 300,
    workMs: 1500,
    keys: { apiKeys: [key], accessKeys: {} },
  });
});
test.afterEach(() => platform.close());

function filesThatHold(folder: string, words: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));
}

test('a key makes Kling the maker of the next clip, and stays where nobody reads it', async ({
  studio,
}) => {
  const { window, quit } = await studio.start({ env: { KLING5_KLING_URL: platform.baseUrl } });
  await finishFirstRun(window);
  await new Navigation(window).open('Settings');
  const settings = new SettingsScreen(window);
  const dialog = new OwnKeyDialog(window);

  await settings.addKey.click();
  await dialog.key.fill('too few');
  await dialog.use.click();
  await expect(dialog.window).toContainText('A key has 8 to 400 letters, digits and signs');
  await dialog.key.fill(` ${key}\n`);
  await dialog.use.click();
  await expect(dialog.window).toBeHidden();
  await expect(settings.section('Generation')).toContainText('Kling, Singapore');
  await expect(settings.section('Generation')).toContainText('Clips are made by Kling, Singapore');

  await generateClip(window, 'a lighthouse in the fog');
  await expect(window.getByText(/To Kling, Singapore/)).toBeVisible();
  await waitForClip(window, 'lighthouse');
  const { items } = await callStudio(window, 'library.page', {});
  const clip = await callStudio(window, 'generations.get', { id: items[0]?.id ?? '' });
  expect(clip).toMatchObject({ provider: 'Kling', region: 'Singapore', status: 'ready' });

  // what the gateway sent to Kling left this device: it is in the ledger, with the clip it was for
  const orders = async () =>
    (await callStudio(window, 'data.requests', { limit: 200 })).items.filter(
      ({ purpose }) => purpose === 'Order a clip from Kling',
    );
  const order = { generationId: clip.id, dataKinds: ['prompt', 'parameters', 'job id'] };
  await expect.poll(orders).toMatchObject([order]);

  await new Navigation(window).open('Settings');
  expect(await window.content()).not.toContain(key);
  expect(JSON.stringify(await callStudio(window, 'ownKey.get', {}))).not.toContain(key);

  await settings.removeKey.click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove the key' }).click();
  await expect(settings.addKey).toBeVisible();
  await expect(settings.section('Generation')).toContainText('A demonstration');
  await quit();
  expect(filesThatHold(studio.home, key)).toEqual([]);
});

test('a clip that waits for the demo is not sent to Kling when a key comes', async ({ studio }) => {
  const { window } = await studio.start({
    env: { KLING5_KLING_URL: platform.baseUrl },
    cloud: { renders: [{ delayMs: 30_000 }] }, // long enough for the key to come first
  });
  await finishFirstRun(window);
  // more than the demo renders at once: the last ones have not been sent
  const { items } = await callStudio(window, 'generations.create', {
    kind: 'text-to-video',
    modelId: 'kling-3.0-omni',
    prompt: 'paper boats on a river',
    parameters: { duration: 3, aspect: '16:9', resolution: '720p' },
    takes: 4,
  });
  const last = items.at(-1)?.id ?? '';
  await expect
    .poll(async () => (await callStudio(window, 'generations.get', { id: last })).status)
    .toBe('queued');
  await callStudio(window, 'ownKey.set', { key, region: 'global' });
  await callStudio(window, 'cloud.refresh', {});

  await expect
    .poll(async () => (await callStudio(window, 'generations.get', { id: last })).status, {
      timeout: 60_000,
    })
    .toBe('failed');
  const ended = await callStudio(window, 'generations.get', { id: last });
  expect(ended.failure?.code).toBe('destination-changed');
  expect(ended.credits).toMatchObject({ held: 0, settled: 0 });
  expect(platform.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  await new Navigation(window).open('Queue');
  await expect(window.getByText('Meant for another provider').first()).toBeVisible();
});
