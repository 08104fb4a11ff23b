// `npm run bench`: measures the app against its baselines in the same run. Arguments go to the benchmark.
import { join } from 'node:path';
import { drive } from './drive.mjs';
import { runMain } from './problem.mjs';

await runMain(() => drive(join('e2e', 'bench', 'run.ts')));
