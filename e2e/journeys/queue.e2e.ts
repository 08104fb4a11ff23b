// The queue says what each job does, stops exactly the one that is meant, and tells what became of its credits.
import type { Locator } from '@playwright/test';
import { findings } from '../accessibility/axe.ts';
import { createInstantBackend } from '../../electron/gateway/testing/instant-backend.ts';
import {
  startTestGateway,
  type TestGateway,
} from '../../electron/gateway/testing/start-gateway.ts';
import { expect, test } from '../fixtures.ts';
import { finishFirstRun, generateClip, generateShortClip, waitForClip } from '../main-job.ts';
import { QueueScreen } from '../pages/queue-page.ts';
import { CreateScreen, Navigation } from '../pages/studio-pages.ts';
import { callStudio } from '../studio-call.ts';

/** Makes one clip at a time, and finishes none before it is told to. */
let gateway: TestGateway;
test.beforeEach(async () => {
  gateway = await startTestGateway({ backend: createInstantBackend({ concurrency: 1 }) });
  gateway.backend.hold();
});
test.afterEach(() => gateway.close());

test('one of two jobs is cancelled, its credits come back, and the other one is finished', async ({
  studio,
}) => {
  const { window } = await studio.start({
    env: { KLING5_CLOUD_URL: gateway.baseUrl, KLING5_CLOUD_TOKEN: gateway.token },
  });
  await finishFirstRun(window);
  await generateShortClip(window, 'A red kite above white cliffs');
  await generateShortClip(window, 'A quiet harbour at blue hour');
  await new Navigation(window).open('Queue');
  const queue = new QueueScreen(window);

  await expect(queue.jobThatIs('red kite', 'Rendering')).toBeVisible();
  await expect(queue.jobThatIs('quiet harbour', 'Waiting')).toContainText('Next');
  await expect(queue.credits).toHaveText(/^[1-9][\d,]* held/);
  const line = queue.job('red kite').getByText(/^Rendering, \d+:\d\d/);
  const before = await line.textContent();
  await expect(line).not.toHaveText(before ?? '');
  await callStudio(window, 'preferences.set', { theme: 'light' });
  await window.reload();
  await new Navigation(window).open('Create');
  const stage = window.getByRole('region', { name: 'Result' });
  const step = stage.getByRole('paragraph').filter({ hasText: 'Waiting' });
  await expect(step).toBeVisible();
  await expect.poll(() => brightnessOf(step)).toBeGreaterThan(0.8); // the stage is dark in every theme
  expect(await findings(window)).toEqual([]);
  await new Navigation(window).open('Queue');

  await queue.cancelAndConfirm('red kite');
  await expect(queue.jobThatIs('red kite', 'Cancelled')).toContainText(/\+[1-9]\d*/);

  await expect(queue.jobThatIs('quiet harbour', 'Rendering')).toBeVisible();
  gateway.backend.release();
  await expect(queue.job('quiet harbour')).toHaveCount(0);
  await expect(queue.jobThatIs('red kite', 'Cancelled')).toBeVisible();
  await expect(queue.credits).toHaveText(/^0 held/);
  await waitForClip(window, 'quiet harbour');

  const { items } = await callStudio(window, 'account.credits', {});
  expect(items.filter(({ type }) => type === 'refund')).toHaveLength(1);
  expect(items.filter(({ type }) => type === 'settle')).toHaveLength(1);
});

test('a refused job says why, that nothing was paid, and leads back to its words', async ({
  studio,
}) => {
  const message = 'The prompt asks for something that is not allowed.';
  const fail = { code: 'policy-refused', message, refused: true };
  const { window } = await studio.start({ cloud: { renders: [{ fail }] } });
  await finishFirstRun(window);
  await generateClip(window, 'A lighthouse before the storm');
  await new Navigation(window).open('Queue');
  const queue = new QueueScreen(window);

  await queue.jobThatIs('lighthouse', 'Refused').focus();
  await window.keyboard.press('Enter');
  await expect(queue.details).toContainText('Kling refused this prompt');
  await expect(queue.details).toContainText(message);
  await expect(queue.details.getByText('You paid').locator('..')).toHaveText(/You paid\s*0$/);
  await expect(queue.details.getByRole('button', { name: 'Try again' })).toHaveCount(0);

  await queue.details.getByRole('button', { name: 'Edit prompt', exact: true }).click();
  await expect(new CreateScreen(window).prompt).toHaveValue('A lighthouse before the storm');
});

/** Of the colour of its words, from 0 to 1. */
function brightnessOf(words: Locator): Promise<number> {
  return words.evaluate((element) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('There is no canvas');
    context.fillStyle = getComputedStyle(element).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / (3 * 255);
  });
}
