// Two devices with one account: what is made on the first is found on the second, fetched in time, and plays there.
import { rmSync } from 'node:fs';
import {
  startTestGateway,
  type TestGateway,
} from '../../electron/gateway/testing/start-gateway.ts';
import { expect, test } from '../fixtures.ts';
import { temporaryFolder } from '../launch.ts';
import { finishFirstRun, generateClip, openClip, playAndSeek, waitForClip } from '../main-job.ts';
import { CloudCopies } from '../pages/cloud-copies-page.ts';
import { Navigation } from '../pages/studio-pages.ts';

const dayMs = 86_400_000;

let gateway: TestGateway;
test.beforeEach(async () => {
  gateway = await startTestGateway({ faults: { resultsKeptMs: 3 * dayMs + 43_200_000 } });
});
test.afterEach(() => gateway.close());

test('a clip made on one device is found on the other, fetched before it goes, and plays', async ({
  studio,
}) => {
  const env = { KLING5_CLOUD_URL: gateway.baseUrl, KLING5_CLOUD_TOKEN: gateway.token };
  const first = await studio.start({ env });
  await finishFirstRun(first.window);
  await generateClip(first.window, 'A lighthouse in fog, seen from the sea');
  await waitForClip(first.window, 'lighthouse');
  await first.quit();

  const otherHome = temporaryFolder('other-device');
  const second = await studio.start({ env, home: otherHome });
  const { window } = second;
  await finishFirstRun(window);
  const copies = new CloudCopies(window);
  await new Navigation(window).open('Your data');
  await copies.tab.click();
  await copies.look.click();
  await expect(copies.row('lighthouse')).toContainText(/3 days left, until \d+ \w+ \d{4}/);
  await expect(copies.warning).toBeVisible();
  await window.getByRole('button', { name: 'Hide this', exact: true }).click();
  await expect(copies.warning).toHaveCount(0);
  await expect(window.getByText(/^Looked \d\d:\d\d$/)).toBeVisible();

  await new Navigation(window).open('Library');
  await expect(copies.strip).toContainText('1 clip made elsewhere is only in the cloud.');
  await copies.strip.getByRole('button', { name: 'Fetch all', exact: true }).click();
  await waitForClip(window, 'lighthouse');
  await expect(copies.strip).toHaveCount(0);
  await openClip(window, 'lighthouse');
  const playback = await playAndSeek(window, 0.5);
  expect(playback.durationS).toBeGreaterThan(0.2);
  expect(playback.width).toBe(64);

  await new Navigation(window).open('Your data');
  await copies.tab.click();
  await expect(window.getByText('Everything is here')).toBeVisible();
  expect(gateway.backend.started).toHaveLength(1);
  await second.quit();
  rmSync(otherHome, { recursive: true, force: true });
});
