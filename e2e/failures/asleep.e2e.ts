// The device was asleep, or was without a network: the cloud is looked for at once, not at the next turn of some clock.
import type { Page } from 'playwright';
import {
  startTestGateway,
  type TestGateway,
} from '../../electron/gateway/testing/start-gateway.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun } from '../main-job.ts';
import { callStudio } from '../studio-call.ts';

let gateway: TestGateway;
test.beforeEach(async () => {
  gateway = await startTestGateway();
});
test.afterEach(() => gateway.close());

/** As the network ledger has it. */
async function countLooks(window: Page): Promise<number> {
  const { items } = await callStudio(window, 'data.requests', { limit: 200 });
  return items.filter(({ path }) => path === '/v1/service').length;
}

test('a wake from sleep and the return of a network are told to the engine', async ({ studio }) => {
  const { app, window } = await studio.start({
    env: { KLING5_CLOUD_URL: gateway.baseUrl, KLING5_CLOUD_TOKEN: gateway.token },
  });
  await finishFirstRun(window);
  await callStudio(window, 'cloud.refresh', {});
  const before = await countLooks(window);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect.poll(() => countLooks(window)).toBe(before + 1);

  await window.evaluate(() => globalThis.dispatchEvent(new Event('online')));
  await expect.poll(() => countLooks(window)).toBe(before + 2);
});
