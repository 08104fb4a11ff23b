// `npm run screenshots:your-data`: pictures of every state of Your data, for looking at.
import { join } from 'node:path';
import { drive } from './drive.mjs';
import { runMain } from './problem.mjs';

await runMain(() => drive(join('e2e', 'your-data', 'states.ts')));
