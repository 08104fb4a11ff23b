// Unit and integration tests; the real-Electron journeys have their own runner in e2e/.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { stampDir } from './scripts/paths.mjs';

export default defineConfig({
  test: {
    include: [
      'shared/**/*.test.ts',
      'electron/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'scripts/**/*.test.mjs',
    ],
    environment: 'node',
    // Hundreds of processes are started on the same sources, which are compiled once for all of them.
    env: { NODE_COMPILE_CACHE: join(stampDir, 'compiled') },
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: true,
    maxWorkers: 2,
  },
});
