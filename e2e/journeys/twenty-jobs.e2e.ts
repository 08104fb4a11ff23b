// Queue twenty jobs and walk away: put in order, paused, one cancelled, the whole app killed, the cloud gone for a while.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { pngOf } from '../../electron/gateway/testing/png.ts';
import {
  startTestGateway,
  type TestGateway,
} from '../../electron/gateway/testing/start-gateway.ts';
import { expect, test } from '../fixtures.ts';
import { type Studio, temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { QueueScreen } from '../pages/queue-page.ts';
import { Navigation } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

let gateway: TestGateway;
test.beforeEach(async () => {
  gateway = await startTestGateway();
});
test.afterEach(() => gateway.close());

const toTheCloud = () => ({
  env: { KLING5_CLOUD_URL: gateway.baseUrl, KLING5_CLOUD_TOKEN: gateway.token },
});

const numbers = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Sixteen from words alone, four from two reference images. */
async function queueTwenty(window: Page, assetIds: readonly string[]): Promise<void> {
  for (const [index, number] of numbers.entries()) {
    const isFromImages = index % 5 === 4;
    await callStudio(window, 'generations.create', {
      kind: isFromImages ? 'image-to-video' : 'text-to-video',
      modelId: 'kling-3.0-omni',
      prompt: `Clip ${number} of a long night`,
      parameters: { duration: 3, resolution: '720p', aspect: '16:9' },
      images: isFromImages
        ? assetIds.map((assetId) => ({ role: 'reference' as const, assetId }))
        : [],
      takes: 1,
    });
  }
}

/** As a person picks them in the dialog. */
async function importTwoImages({ app, window }: Studio, folder: string): Promise<string[]> {
  const paths = ['one', 'two'].map((name, index) => {
    const path = join(folder, `${name}.png`);
    writeFileSync(path, pngOf(400, 400, index));
    return path;
  });
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);
  const { grants } = await callStudio(window, 'dialogs.chooseImages', { multiple: true });
  const ids: string[] = [];
  for (const { grantId } of grants) {
    ids.push((await callStudio(window, 'assets.import', { grantId })).id);
  }
  return ids;
}

const statuses = async (window: Page): Promise<string[]> => {
  const { active, ended } = await callStudio(window, 'generations.queue', {});
  return [...active, ...ended].map(({ status }) => status);
};
const countActive = async (window: Page) =>
  (await callStudio(window, 'generations.queue', {})).active.length;
const countReady = async (window: Page) => (await callStudio(window, 'library.count', {})).total;

test('twenty jobs end as they should through a kill of the app and a cloud that is gone for a while', async ({
  studio,
}) => {
  const first = await studio.start(toTheCloud());
  await finishFirstRun(first.window);
  const pictures = temporaryFolder('pictures');
  const assets = await importTwoImages(first, pictures);
  rmSync(pictures, { recursive: true, force: true });
  expect(new Set(assets).size).toBe(2);

  await new Navigation(first.window).open('Queue');
  gateway.backend.hold();
  await callStudio(first.window, 'queue.pause', {});
  await queueTwenty(first.window, assets);
  const queue = new QueueScreen(first.window);
  await expect(queue.resumeAll).toBeVisible();
  await expect(queue.job('Clip 01')).toBeVisible();

  await queue
    .job('Clip 08')
    .getByRole('button', { name: /to the front$/ })
    .click();
  await expect(queue.jobs.getByRole('row', { name: /^Clip/ }).first()).toContainText('Clip 08');
  await queue.job('Clip 01').focus();
  await first.window.keyboard.press('Alt+ArrowDown');
  await expect(queue.jobs.getByRole('row', { name: /^Clip/ }).nth(1)).toContainText('Clip 02');
  await queue.job('Clip 05').dragTo(queue.job('Clip 02'), { targetPosition: { x: 160, y: 8 } });
  await expect(queue.jobs.getByRole('row', { name: /^Clip/ }).nth(1)).toContainText('Clip 05');
  await queue
    .job('Clip 03')
    .getByRole('button', { name: /^Cancel / })
    .click();
  await expect(queue.job('Clip 03')).toHaveCount(0); // it is below, with the cancelled ones
  await expect.poll(() => countActive(first.window)).toBe(19);

  await queue.resumeAll.click();
  await expect
    .poll(() => gateway.backend.started.map(({ prompt }) => prompt))
    .toEqual(['Clip 08 of a long night']);
  await first.kill();

  gateway.backend.letThrough(4);
  const second = await studio.start(toTheCloud());
  await expect.poll(() => countReady(second.window)).toBe(4);
  expect(await countActive(second.window)).toBe(15);

  await gateway.restart({}, async () => {
    await expect
      .poll(async () => (await callStudio(second.window, 'cloud.state', {})).reachable, {
        timeout: 60_000,
      })
      .toBe('no');
    await new Navigation(second.window).open('Queue');
    await expect(second.window.getByText(/Cloud unreachable since/).first()).toBeVisible();
    expect(await countActive(second.window)).toBe(15);
  });

  await expect.poll(() => countActive(second.window), { timeout: 120_000 }).toBe(0);
  expect(await countReady(second.window)).toBe(19);
  expect((await statuses(second.window)).sort()).toEqual(['cancelled']);

  const { items } = await callStudio(second.window, 'account.credits', { limit: 200 });
  const clips = (type: string) =>
    items.filter((entry) => entry.type === type).map(({ generationId }) => generationId);
  expect(new Set(clips('settle')).size).toBe(19);
  expect(clips('settle')).toHaveLength(19);
  expect(clips('refund')).toEqual([]);
});
