// `npm test`: everything that can be checked, in order. Its last line says how many tests passed and failed.
import { runMain } from './problem.mjs';
import { exitCodeOf, summaryLine } from './report.mjs';
import { runSteps, testSteps } from './steps.mjs';
import { withTemporaryInMemory } from './temporary.mjs';

await runMain(async () => {
  const total = await withTemporaryInMemory(() => runSteps(testSteps));
  console.log(`\n${summaryLine(total)}`);
  return exitCodeOf(total);
});
