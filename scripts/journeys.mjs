// Runs the journeys in a real Electron, on a virtual display where there is none, with a private keychain.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findElectron, launchVariables } from './launch.mjs';
import { rootDir } from './paths.mjs';
import { SetupProblem } from './problem.mjs';
import { withSession } from './session.mjs';
import { runTool } from './tool.mjs';

const config = join('e2e', 'playwright.config.ts');

/** `args` go to Playwright's test runner. Resolves to the runner's result; its output is shown as it comes. */
export async function runJourneys(args, variables = {}) {
  if (!existsSync(join(rootDir, config))) throw new SetupProblem(`${config} is missing.`);
  const runtime = await findElectron();
  await ensureBuilt();
  return withSession((env) =>
    runTool('playwright', ['test', '--config', config, ...args], {
      env: { ...env, ...launchVariables(runtime), ...variables },
      show: true,
    }),
  );
}
