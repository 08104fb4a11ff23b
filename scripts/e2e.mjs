// `npm run e2e`: the journeys in a real Electron. Arguments go to Playwright's test runner.
import { runJourneys } from './journeys.mjs';
import { runMain } from './problem.mjs';

await runMain(async () => (await runJourneys(process.argv.slice(2))).code);
