// `npm run fuzz`: the model-based test of jobs, with as many runs as one likes (`-- --runs 5000 --seed 7`).
import { join } from 'node:path';
import { runMain } from './problem.mjs';
import { runNode } from './tool.mjs';

const script = join('electron', 'engine', 'testing', 'fuzz-jobs.ts');

await runMain(async () => (await runNode(script, process.argv.slice(2), { show: true })).code);
