// What every journey gets: a fresh home, a real app, page objects, and a failure when the page complained.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { FaultScriptInput } from '../electron/gateway/faults/fault-script.ts';
import { cloudScript, removeCloudScript } from './cloud-script.ts';
import { withoutErased } from './complaints.ts';
import { launchStudio, type LaunchOptions, type Studio, temporaryFolder } from './launch.ts';
import { enterOwnSession } from './own-session.ts';

enterOwnSession(process.env);

/** Longer than any step takes on a busy machine. */
const patienceMs = 60_000;

export interface StartOptions extends LaunchOptions {
  /** What the embedded gateway does otherwise; without it only its clips are smaller than real ones. */
  readonly cloud: FaultScriptInput;
}

export interface StudioFixture {
  /** userData of this test. */
  readonly home: string;
  /** Starts the app on this test's home; a second call after the first was ended starts it again. */
  start(options?: Partial<StartOptions>): Promise<Studio>;
}

export const test = base.extend<{ studio: StudioFixture }>({
  studio: async ({}, use, info) => {
    const home = temporaryFolder('home');
    const started: Studio[] = [];
    await use({
      home,
      start: async ({ cloud, env, ...options } = {}) => {
        const variables = { ...cloudScript(home, cloud), ...env };
        const studio = await launchStudio({ home, ...options, env: variables });
        studio.window.setDefaultTimeout(patienceMs);
        started.push(studio);
        return studio;
      },
    });
    const last = started.at(-1);
    if (info.status !== info.expectedStatus && last) {
      await last.window
        .screenshot({ path: info.outputPath('failed.png') })
        .then((body) => info.attach('screenshot', { body, contentType: 'image/png' }))
        .catch(() => undefined); // the window may be gone, which the failure itself says
      await info
        .attach('engine log', { path: join(home, 'logs', 'engine.log') })
        .catch(() => undefined); // a failure before the engine wrote anything
    }
    for (const studio of started) await studio.quit();
    const complaints = withoutErased(
      started.flatMap((studio) => studio.complaints),
      home,
    );
    rmSync(home, { recursive: true, force: true });
    removeCloudScript(home);
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  },
});

export { expect } from '@playwright/test';
