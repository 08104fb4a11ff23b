// Runs the journeys in a real Electron, on a virtual display where there is none, with a private keychain.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { findElectron, launchVariables } from './launch.mjs';
import { rootDir } from './paths.mjs';
import { SetupProblem } from './problem.mjs';
import { withSessions } from './session.mjs';
import { runTool } from './tool.mjs';

const config = join('e2e', 'playwright.config.ts');

/** `args` go to Playwright's test runner. Resolves to the runner's result; its output is shown as it comes. */
export function runJourneys(args) {
  return runWith(1, args);
}

/** A journey waits more than it computes. Where a display is shared, the windows would take the focus from each other. */
function journeysAtOnce() {
  return hasDisplay() ? 1 : Math.min(2, availableParallelism());
}

/** All journeys, or those named, some at the same time; `reportFile` gets the JSON report. */
export function runAllJourneys(reportFile, names = []) {
  return runWith(journeysAtOnce(), ['--reporter=list,json', ...names], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
  });
}

/** Each worker has a display and a keychain of its own, which e2e/own-session.ts takes up. */
async function runWith(workers, args, variables = {}) {
  if (!existsSync(join(rootDir, config))) throw new SetupProblem(`${config} is missing.`);
  const runtime = await findElectron();
  await ensureBuilt();
  return withSessions(workers, (environments) =>
    runTool('playwright', ['test', '--config', config, `--workers=${workers}`, ...args], {
      env: {
        ...environments[0],
        ...launchVariables(runtime),
        ...variables,
        KLING5_SESSIONS: JSON.stringify(environments.map(ownPart)),
      },
      show: true,
    }),
  );
}

/** What a session has that this process has not. */
function ownPart(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => process.env[name] !== value),
  );
}
