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
export async function runJourneys(args) {
  const [result] = await runParts([{ args, variables: {} }]);
  return result;
}

/** A journey waits more than it computes. Where a display is shared, the windows would take the focus from each other. */
export function journeysAtOnce() {
  return hasDisplay() ? 1 : Math.min(2, availableParallelism());
}

/** All journeys, or those named, one part for each file, at the same time; it gets the part's JSON report. Resolves to the results. */
export function runAllJourneys(reportFiles, names = []) {
  return runParts(
    reportFiles.map((file, index) => ({
      args: [
        '--reporter=list,json',
        `--shard=${index + 1}/${reportFiles.length}`,
        `--output=${join(rootDir, 'test-results', `e2e-${index + 1}`)}`,
        ...names,
      ],
      variables: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    })),
  );
}

async function runParts(parts) {
  if (!existsSync(join(rootDir, config))) throw new SetupProblem(`${config} is missing.`);
  const runtime = await findElectron();
  await ensureBuilt();
  return withSessions(parts.length, (environments) =>
    Promise.all(
      parts.map(({ args, variables }, index) =>
        runTool('playwright', ['test', '--config', config, ...args], {
          env: { ...environments[index], ...launchVariables(runtime), ...variables },
          show: true,
        }),
      ),
    ),
  );
}
