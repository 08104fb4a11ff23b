// Where Node keeps what it compiled: beside what Chromium compiled. Two megabytes of code are not compiled anew at each start.
import { join } from 'node:path';
import type { Home } from './home.ts';

export const compiledIn = (home: Home) => ({
  NODE_COMPILE_CACHE: join(home.path, 'Code Cache', 'node'),
});
