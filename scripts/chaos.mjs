// `npm run chaos`: kills the engine at every step of a job, many times, and compares the books (`-- --seeds 20 --seed 1`).
import { join } from 'node:path';
import { runMain } from './problem.mjs';
import { runNode } from './tool.mjs';

const script = join('electron', 'engine', 'testing', 'chaos', 'chaos-jobs.ts');

await runMain(async () => (await runNode(script, process.argv.slice(2), { show: true })).code);
