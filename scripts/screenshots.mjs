// `npm run screenshots`: pictures of every screen, for looking at.
import { join } from 'node:path';
import { drive } from './drive.mjs';
import { runMain } from './problem.mjs';

await runMain(() => drive(join('e2e', 'screenshots.ts')));
