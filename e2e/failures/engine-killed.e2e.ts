// The engine is killed in the middle of a download. The window stays, the download goes on, nothing is paid twice.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { findClip } from '../library-files.ts';
import { finishFirstRun, generateShortClip, waitForClip } from '../main-job.ts';
import { findDescendants } from '../process-tree.ts';
import { callStudio } from '../studio-call.ts';

function bytesIncoming(library: string): number {
  try {
    const folder = join(library, 'incoming');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.part'))
      .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  } catch {
    return 0; // nothing is on its way yet
  }
}

test('a killed engine comes back, resumes the download and is charged once', async ({ studio }) => {
  const slow = { type: 'slow', bytesPerSecond: 200_000 } as const;
  const { app, window } = await studio.start({
    // of the real size, so that it is on its way long enough
    cloud: { smallClips: false, rules: [{ route: 'outputContent', fault: slow }] },
  });
  await finishFirstRun(window);
  await generateShortClip(window, 'Lanterns rising over a calm lake');
  const library = join(studio.home, 'library');
  await expect
    .poll(() => bytesIncoming(library), { timeout: 120_000, intervals: [50] })
    .toBeGreaterThan(50_000);

  const [engine] = findDescendants(app.process().pid ?? 0, 'entry-engine');
  expect(engine).toBeDefined();
  process.kill(engine ?? 0, 'SIGKILL');

  await expect
    .poll(() => findDescendants(app.process().pid ?? 0, 'entry-engine')[0] ?? 0)
    .not.toBe(engine);
  expect(await window.title()).toContain('Kling 5 Studio');
  await waitForClip(window, 'lanterns');
  expect(findClip(library).name).toContain('Lanterns');

  const { items } = await callStudio(window, 'account.credits', {});
  expect(items.filter((entry) => entry.type === 'hold')).toHaveLength(1);
  expect(items.filter((entry) => entry.type === 'settle')).toHaveLength(1);
  expect(items.filter((entry) => entry.type === 'refund')).toHaveLength(0);
});
