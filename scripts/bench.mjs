// `npm run bench`: measures the app against its baselines in the same run. Arguments go to the benchmark.
import { join } from 'node:path';
import { drive } from './drive.mjs';
import { runMain } from './problem.mjs';

// as the app starts its engine; the benchmark has the engine in its own process
process.env.MALLOC_ARENA_MAX ??= '2';
process.env.UV_THREADPOOL_SIZE ??= '16';
await runMain(() => drive(join('e2e', 'bench', 'run.ts')));
