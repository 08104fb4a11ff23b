// `npm run check`: what to run before every commit. All of `npm test` but the build and the journeys.
import { runMain } from './problem.mjs';
import { exitCodeOf, summaryLine } from './report.mjs';
import { checkSteps, runSteps } from './steps.mjs';
import { withTemporaryInMemory } from './temporary.mjs';

await runMain(async () => {
  const total = await withTemporaryInMemory(() => runSteps(checkSteps));
  console.log(`\n${summaryLine(total)}`);
  return exitCodeOf(total);
});
