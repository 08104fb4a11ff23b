// The steps that `npm test` and `npm run check` are made of, and the loop that runs them. A failed step does not stop
// the others. Each step resolves to `{ passed, failed, interrupted }` and prints the details of what failed.
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { runAllJourneys } from './journeys.mjs';
import { rootDir } from './paths.mjs';
import { SetupProblem } from './problem.mjs';
import { countCommand, countPlaywright, countStartsAgain, countVitest, sum } from './report.mjs';
import { runTool } from './tool.mjs';
import { typecheck } from './types.mjs';

const resultsDir = join(rootDir, 'test-results');

export const checkSteps = [
  { name: 'Type check', run: () => command(typecheck()) },
  { name: 'Lint', run: () => command(runTool('oxlint', ['--type-aware'])) },
  {
    name: 'Format',
    run: () => command(runTool('prettier', ['--check', '--log-level', 'warn', '.'])),
  },
  { name: 'Unit and integration tests', run: unitTests },
];

const [typecheckStep, lintStep, formatStep, unitStep] = checkSteps;

export const testSteps = [
  typecheckStep,
  lintStep,
  formatStep,
  { name: 'Build', run: () => command(build()) },
  unitStep,
  { name: 'Journeys in Electron', run: journeys },
];

/** Runs the steps in order and resolves to the sum of their counts. Stops early only when we are interrupted. */
export async function runSteps(steps, say = console.log) {
  const counts = [];
  for (const step of steps) {
    say(`\n▸ ${step.name}`);
    const startedMs = performance.now();
    const count = await step.run().catch(brokenStep);
    counts.push(count);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    say(
      `  ${count.failed === 0 ? '✓' : '✗'} ${count.passed} passed, ${count.failed} failed in ${seconds} s`,
    );
    if (count.interrupted) {
      say('  Interrupted.');
      break;
    }
  }
  return sum(counts);
}

function brokenStep(error) {
  console.error(error instanceof SetupProblem ? `${error.message}\n${error.remedy ?? ''}` : error);
  return { passed: 0, failed: 1 };
}

async function command(running) {
  const result = await running;
  if (result.code !== 0) console.log(result.output?.trimEnd() || result.error?.message);
  return { ...countCommand(result.code), interrupted: result.interrupted };
}

async function unitTests() {
  const file = await reportFile('vitest.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const result = await runTool('vitest', ['run', ...reporters], { show: true });
  return { ...countVitest(readReport(file), result.code), interrupted: result.interrupted };
}

async function journeys() {
  const file = await reportFile('playwright.json');
  const result = await runAllJourneys(file);
  const report = readReport(file);
  console.log(`  ${countStartsAgain(report)} starts of the app had to be repeated.`);
  return { ...countPlaywright(report, result.code), interrupted: result.interrupted };
}

/** A report of an earlier run must not be taken for one of this run. */
async function reportFile(name) {
  const file = join(resultsDir, name);
  await mkdir(resultsDir, { recursive: true });
  await rm(file, { force: true });
  return file;
}

/** A runner that broke down leaves no report, or half of one; then the result is undefined. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
